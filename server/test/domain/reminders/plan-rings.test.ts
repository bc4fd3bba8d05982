import { expect, test } from 'vitest'
import { describeMinutesBefore } from '../../../src/domain/reminders/minutes-before.ts'
import { planRings } from '../../../src/domain/reminders/plan-rings.ts'
import type { Reminder } from '../../../src/domain/reminders/reminder.ts'

const settings = { timeZone: 'UTC', dayTime: '09:00', quietHours: null }
const due = { dueOn: '2027-06-30', dueTime: '14:00', dueTimeZone: 'UTC' }

function reminder(minutesBefore: number, state: Partial<Reminder> = {}): Reminder {
  return {
    ...{ id: `${minutesBefore}`, minutesBefore, on: null, time: null, timeZone: null },
    ...{ setAt: '2027-06-01T00:00:00.000Z', dismissedAt: null, snoozedUntil: null },
    ...state,
  } as Reminder
}

function plan(reminders: Reminder[], after: string, now: string) {
  const day = (time: string) => Temporal.Instant.from(`2027-06-30T${time}:00Z`)
  const { due: rings, nextAt } = planRings({ ...due, reminders }, settings, {
    ...{ after: day(after), now: day(now) },
  })
  const time = (at: Temporal.Instant | null) => at?.toString().slice(11, 16) ?? null
  return { rings: rings.map(({ at }) => time(at)), next: time(nextAt) }
}

test('what is due rings in order, and what comes next is named', () => {
  const reminders = [reminder(0), reminder(30), reminder(60)]
  expect(plan(reminders, '12:00', '13:40')).toEqual({ rings: ['13:00', '13:30'], next: '14:00' })
  expect(plan(reminders, '13:40', '14:00')).toEqual({ rings: ['14:00'], next: null })
  expect(plan(reminders, '14:00', '15:00')).toEqual({ rings: [], next: null })
})

test('a reminder that was set too late doesn’t ring for what is past', () => {
  const late = reminder(60, { setAt: '2027-06-30T13:00:00.000Z' })
  expect(plan([late], '12:00', '13:10')).toEqual({ rings: [], next: null })
})

test('one that was dismissed beforehand doesn’t ring, and one that was snoozed rings then', () => {
  const dismissed = reminder(0, { dismissedAt: '2027-06-30T14:00:00.000Z' })
  expect(plan([dismissed], '12:00', '15:00')).toEqual({ rings: [], next: null })
  const snoozed = reminder(0, {
    dismissedAt: '2027-06-30T14:05:00.000Z',
    snoozedUntil: '2027-06-30T15:05:00.000Z',
  })
  expect(plan([snoozed], '14:00', '15:00')).toEqual({ rings: [], next: '15:05' })
  expect(plan([snoozed], '15:00', '15:10')).toEqual({ rings: ['15:05'], next: null })
})

test.each([
  [0, 'at the time'],
  [1, '1 minute before'],
  [90, '1 hour 30 minutes before'],
  [1_440, '1 day before'],
  [1_500, '1 day 1 hour before'],
  [10 * 1_440, '10 days before'],
  [14 * 1_440, '2 weeks before'],
])('%i minutes are "%s"', (minutes, words) => {
  expect(describeMinutesBefore(minutes)).toBe(words)
})
