import { describe, expect, test } from 'vitest'
import { dueInstant } from '../../../src/domain/dates/due-date.ts'
import { parseQuickAdd } from '../../../src/domain/quick-add/quick-add.ts'
import { listParts, readAt } from './corpus.ts'

// On nights and days when the clocks change, a phrase means what it means on any other day.
const changes = [
  { zone: 'Europe/Berlin', day: '2027-03-28', from: '02:00', to: '03:00' },
  { zone: 'Europe/Berlin', day: '2026-10-25', from: '03:00', to: '02:00' },
  { zone: 'America/New_York', day: '2027-03-14', from: '02:00', to: '03:00' },
  { zone: 'America/New_York', day: '2027-11-07', from: '02:00', to: '01:00' },
  { zone: 'Australia/Lord_Howe', day: '2027-04-04', from: '02:00', to: '01:30' },
  // Midnight itself is skipped.
  { zone: 'America/Santiago', day: '2026-09-06', from: '00:00', to: '01:00' },
]

describe.each(changes)('in $zone on $day, from $from to $to', ({ zone, day }) => {
  const at = (clock: string) => `${day}T${clock}`
  const plus = (days: number) => Temporal.PlainDate.from(day).add({ days }).toString()

  test.each([
    ['today', [plus(0)]],
    ['tomorrow', [plus(1)]],
    ['in 3 days', [plus(3)]],
    ['in a week', [plus(7)]],
    ['tomorrow 2:30am', [plus(1), '02:30']],
    ['tomorrow at 7', [plus(1), '07:00']],
    ['5pm', [plus(0), '17:00']],
    ['9am', [plus(1), '09:00']],
    ['at 7', [plus(0), '19:00']],
    ['tonight', [plus(0), '21:00']],
    ['in the morning', [plus(1), '09:00']],
    ['eod', [plus(0), '17:00']],
    ['every day', [plus(0), 'FREQ=DAILY']],
    ['every day 9am', [plus(1), '09:00', 'FREQ=DAILY']],
    ['every day 2:30am', [plus(1), '02:30', 'FREQ=DAILY']],
    ['every 2 days 11pm', [plus(0), '23:00', 'FREQ=DAILY;INTERVAL=2']],
    ['every sunday', [plus(0), 'FREQ=WEEKLY;BYDAY=SU']],
    ['every sunday 8am', [plus(7), '08:00', 'FREQ=WEEKLY;BYDAY=SU']],
    ['sunday', [plus(7)]],
    ['monday', [plus(1)]],
    ['2:30am', [plus(1), '02:30']],
  ])('“%s” at noon is the day and the time it says', (words, expected) => {
    const read = readAt(`buy milk ${words}`, at('12:00'), zone)
    expect([read.title, ...listParts(read, zone)]).toEqual(['buy milk', ...expected.sort()])
  })
})

test.each([
  // The hour from 2 to 3 doesn't exist: two hours later the clock shows three more.
  ['Europe/Berlin', '2027-03-28T01:30', 'in 2 hours', '2027-03-28', '04:30'],
  ['Europe/Berlin', '2027-03-27T22:00', 'in 6 hours', '2027-03-28', '05:00'],
  ['America/New_York', '2027-03-14T01:59', 'in 1 min', '2027-03-14', '03:00'],
  ['Australia/Lord_Howe', '2027-04-04T01:00', 'in 2 hours', '2027-04-04', '02:30'],
  ['America/Santiago', '2026-09-05T23:30', 'in 30 min', '2026-09-06', '01:00'],
])('in %s at %s “%s” counts time that passes', (zone, wallClock, words, day, time) => {
  const read = readAt(`buy milk ${words}`, wallClock, zone)
  expect([read.dueOn, read.dueTime]).toEqual([day, time])
})

test.each([
  // The clocks show 2:00 to 2:59 twice, and only another zone can express the second time.
  ['2026-10-25T00:45:00Z', 'in 30 min', '2026-10-25T01:15:00Z', '01:15', 'UTC'],
  ['2026-10-25T00:45:00Z', 'in an hour', '2026-10-25T01:45:00Z', '01:45', 'UTC'],
  ['2026-10-24T23:30:00Z', 'in 2 hours', '2026-10-25T01:30:00Z', '01:30', 'UTC'],
  ['2026-10-25T01:15:00Z', 'in 30 min', '2026-10-25T01:45:00Z', '01:45', 'UTC'],
  ['2026-10-25T00:15:00Z', 'in 30 min', '2026-10-25T00:45:00Z', '02:45', 'Europe/Berlin'],
  ['2026-10-25T01:45:00Z', 'in 30 min', '2026-10-25T02:15:00Z', '03:15', 'Europe/Berlin'],
])('at %s in Berlin “%s” is the instant %s', (instant, words, moment, time, zone) => {
  const now = Temporal.Instant.from(instant)
  const wallClock = now.toZonedDateTimeISO('Europe/Berlin')
  const read = parseQuickAdd(`buy milk ${words}`, {
    ...{ now, timeZone: 'Europe/Berlin', weekStartsOn: 'MONDAY', dateStyle: 'AUTO' },
    ...{ lists: [], tags: [] },
  })
  const { dueOn, dueTime, dueTimeZone } = read
  expect({ dueOn, dueTime, dueTimeZone }).toEqual({
    ...{ dueOn: wallClock.toPlainDate().toString(), dueTime: time, dueTimeZone: zone },
  })
  expect(dueInstant(dueOn ?? '', dueTime ?? '', dueTimeZone ?? '').toString()).toBe(moment)
})

test.each([
  // At ten in the evening in Los Angeles, it is tomorrow already where the meeting is.
  ['America/Los_Angeles', '2026-11-25T22:00', 'call 9am CET', '2026-11-26', '09:00'],
  ['America/Los_Angeles', '2026-11-25T10:00', 'call 9am CET', '2026-11-26', '09:00'],
  ['Pacific/Auckland', '2026-11-25T10:00', 'call 5pm PT', '2026-11-24', '17:00'],
])('in %s at %s “%s” is the next such time there', (zone, wallClock, words, day, time) => {
  const read = readAt(words, wallClock, zone)
  expect([read.dueOn, read.dueTime]).toEqual([day, time])
})
