import { expect, test } from 'vitest'
import type { Task } from '../../model/documents/fields.ts'
import type { UserClock } from '../../time/due-words.ts'
import { findSnoozeEnd } from '../../time/snooze-end.ts'
import type { RungReminder } from './rung-state.ts'
import { describeRung, describeSnoozeEnd } from './rung-words.ts'

const timeZone = 'Europe/Berlin'
const now = Date.parse('2026-03-28T21:30:00.000Z')
const clock = { now, timeZone, formats: { timeStyle: 'HOURS_24' } } as UserClock

test('tomorrow is the next day of the person’s zone, also in the night in which clocks change', () => {
  const end = findSnoozeEnd('tomorrow', { now, timeZone, dayTime: '09:00' })
  expect(new Date(end).toISOString()).toBe('2026-03-29T07:00:00.000Z')
  expect(describeSnoozeEnd(end, clock)).toBe('until tomorrow 09:00')
})

test('in an hour is an hour from now, even if that is tomorrow', () => {
  const end = findSnoozeEnd('hour', { now, timeZone, dayTime: '09:00' })
  expect(end - now).toBe(3_600_000)
  expect(describeSnoozeEnd(end, clock)).toBe('until 23:30')
  expect(describeSnoozeEnd(end + 3_600_000, clock)).toBe('until tomorrow 00:30')
})

test('one is called by its task, several are counted', () => {
  const [bank, cat] = ['Call the bank', 'Feed the cat'].map(
    (title) => ({ task: { title } as Task }) as RungReminder,
  ) as [RungReminder, RungReminder]
  expect(describeRung([bank])).toBe('Reminder: “Call the bank”')
  expect(describeRung([bank, cat], false)).toBe('2 reminders: Call the bank, Feed the cat')
})
