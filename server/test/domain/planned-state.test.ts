import { expect, test } from 'vitest'
import type { Due } from '../../src/domain/dates/due-date.ts'
import { plannedState } from '../../src/domain/dates/planned-state.ts'

const at = (now: string, timeZone = 'Europe/Berlin') => ({
  now: Temporal.Instant.from(now),
  timeZone,
})
const on = (day: string): Due => ({ day, time: null, timeZone: null })
const atTime = (day: string, time: string): Due => ({ day, time, timeZone: 'Europe/Berlin' })

const noon = '2026-11-30T11:00:00Z'

test.each<[string, string | null, Due | null, string, string]>([
  ['no date', null, null, noon, 'none'],
  ['a due date alone', null, on('2026-12-01'), noon, 'next7days'],
  ['a start ahead', '2026-12-03', null, noon, 'next7days'],
  ['a start ahead, whatever it is due', '2026-12-07', on('2026-12-31'), noon, 'next7days'],
  ['a start far ahead', '2026-12-08', on('2026-12-31'), noon, 'later'],
  ['the day it starts', '2026-11-30', on('2026-12-31'), noon, 'today'],
  ['begun long ago, without a due date', '2026-01-01', null, noon, 'today'],
  ['begun, and due in a week', '2026-11-01', on('2026-12-06'), noon, 'today'],
  ['begun, and the due date is over', '2026-11-01', on('2026-11-29'), noon, 'overdue'],
  [
    'begun, and the due time has passed',
    '2026-11-30',
    atTime('2026-11-30', '11:00'),
    noon,
    'overdue',
  ],
  ['the last moment before it starts', '2026-12-01', null, '2026-11-30T22:59:59Z', 'next7days'],
  ['the moment it arrives in today', '2026-12-01', null, '2026-11-30T23:00:00Z', 'today'],
  ['the end of a day of 23 hours', '2026-03-30', null, '2026-03-29T21:59:59Z', 'next7days'],
  ['after a day of 23 hours', '2026-03-30', null, '2026-03-29T22:00:00Z', 'today'],
  ['the end of a day of 25 hours', '2026-10-26', null, '2026-10-25T22:59:59Z', 'next7days'],
  ['after a day of 25 hours', '2026-10-26', null, '2026-10-25T23:00:00Z', 'today'],
])('%s is planned for: start %s, due %o, at %s: %s', (_what, startOn, due, now, state) => {
  expect(plannedState(startOn, due, at(now))).toBe(state)
})

test('a start of tomorrow is today where it is tomorrow already', () => {
  expect(plannedState('2026-12-01', null, at(noon, 'Pacific/Kiritimati'))).toBe('today')
  expect(plannedState('2026-12-01', null, at(noon, 'America/Los_Angeles'))).toBe('next7days')
})
