import { expect, test } from 'vitest'
import { dueStateAt } from './due.ts'
import { describeDayInFull, describeDue } from './due-words.ts'

// A Monday, half past ten in the evening in Berlin.
const now = Date.parse('2026-11-23T21:30:00Z')
const formats = {
  weekStartsOn: 'MONDAY',
  dateStyle: 'DAY_FIRST',
  timeStyle: 'HOURS_24',
} as const
const berlin = { now, timeZone: 'Europe/Berlin', formats }

test.each([
  ['2026-11-23', 'Today', 'today'],
  ['2026-11-22', 'Yesterday', 'overdue'],
  ['2026-11-21', '21 Nov', 'overdue'],
  ['2025-12-31', '31 Dec 2025', 'overdue'],
  ['2026-11-24', 'Tomorrow', 'later'],
  ['2026-11-25', 'Wed', 'later'],
  ['2026-11-29', 'Sun', 'later'],
  ['2026-11-30', '30 Nov', 'later'],
  ['2027-03-12', '12 Mar 2027', 'later'],
])('a task for the day %s is due "%s"', (dueOn, text, tone) => {
  expect(describeDue({ dueOn, dueAt: null }, berlin)).toEqual({ text, tone })
})

test.each([
  ['2026-11-23T21:29:00.000Z', 'Today 22:29', 'overdue'],
  ['2026-11-23T21:30:00.000Z', 'Today 22:30', 'today'],
  ['2026-11-23T23:00:00.000Z', 'Tomorrow 00:00', 'later'],
  ['2026-11-24T08:00:00.000Z', 'Tomorrow 09:00', 'later'],
  ['2026-11-22T08:05:00.000Z', 'Yesterday 09:05', 'overdue'],
])('a task due at %s is due "%s" in Berlin', (dueAt, text, tone) => {
  expect(describeDue({ dueOn: '2026-11-23', dueAt }, berlin)).toEqual({ text, tone })
})

test('a task without a due day says nothing', () => {
  expect(describeDue({ dueOn: null, dueAt: null }, berlin)).toBeUndefined()
})

test.each([
  ['Pacific/Auckland', 'overdue'],
  ['Europe/Berlin', 'today'],
  ['America/Los_Angeles', 'today'],
])('the day 23 November is %s in %s at the same moment', (timeZone, state) => {
  expect(dueStateAt({ dueOn: '2026-11-23' }, { now, timeZone })).toBe(state)
})

test.each([
  ['2026-11-30', 'next7days'],
  ['2026-12-01', 'later'],
])('%s is in the state %s on 23 November', (dueOn, state) => {
  expect(dueStateAt({ dueOn }, berlin)).toBe(state)
})

test.each([
  ['2026-11-23', 'Today, 23 Nov'],
  ['2026-11-24', 'Tomorrow, 24 Nov'],
  ['2026-11-27', 'Friday, 27 Nov'],
  ['2027-01-01', 'Friday, 1 Jan 2027'],
])('%s is the heading "%s" over its tasks', (day, text) => {
  expect(describeDayInFull(day, '2026-11-23', formats)).toBe(text)
})
