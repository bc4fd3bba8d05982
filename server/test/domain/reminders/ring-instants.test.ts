import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../src/domain/dates/day.ts'
import { dueInstant } from '../../../src/domain/dates/due-date.ts'
import type { ReminderTime } from '../../../src/domain/reminders/reminder.ts'
import { endOfQuiet, findRingInstant } from '../../../src/domain/reminders/ring-instants.ts'

const settings = { timeZone: 'Europe/Berlin', dayTime: '09:00', quietHours: null }
const nights = { ...settings, quietHours: { from: '22:00', until: '07:00' } }
const wholeDay = { dueTime: null, dueTimeZone: null }

function before(minutesBefore: number): ReminderTime {
  return { minutesBefore, on: null, time: null, timeZone: null }
}

function at(on: string, time: string, timeZone: string): ReminderTime {
  return { minutesBefore: null, on, time, timeZone }
}

function berlin(dueOn: string, dueTime: string) {
  return { dueOn, dueTime, dueTimeZone: 'Europe/Berlin' }
}

test.each([
  ['at the time', before(0), berlin('2027-06-30', '14:30'), '2027-06-30T12:30:00Z'],
  ['minutes before', before(30), berlin('2027-06-30', '14:30'), '2027-06-30T12:00:00Z'],
  ['over midnight', before(60), berlin('2027-06-30', '00:30'), '2027-06-29T21:30:00Z'],
  [
    'a day before, on the calendar',
    before(1_440),
    berlin('2027-03-28', '14:30'),
    '2027-03-27T13:30:00Z',
  ],
  [
    '24 hours and one minute before',
    before(1_441),
    berlin('2027-03-28', '14:30'),
    '2027-03-27T13:29:00Z',
  ],
  [
    'a time in the gap is later by it',
    before(0),
    berlin('2027-03-28', '02:30'),
    '2027-03-28T01:30:00Z',
  ],
  [
    'a day before a time in the gap',
    before(1_440),
    berlin('2027-03-28', '02:30'),
    '2027-03-27T01:30:00Z',
  ],
  [
    'a day after the gap leads into it',
    before(1_440),
    berlin('2027-03-29', '02:30'),
    '2027-03-28T01:30:00Z',
  ],
  [
    'a repeated time is the first',
    before(0),
    berlin('2027-10-31', '02:30'),
    '2027-10-31T00:30:00Z',
  ],
  [
    'minutes count on the clock that runs on',
    before(90),
    berlin('2027-10-31', '03:15'),
    '2027-10-31T00:45:00Z',
  ],
  ['a day without a time', before(0), { ...wholeDay, dueOn: '2027-06-30' }, '2027-06-30T07:00:00Z'],
  [
    'two days before such a day',
    before(2_880),
    { ...wholeDay, dueOn: '2027-06-30' },
    '2027-06-28T07:00:00Z',
  ],
  [
    'a time of its own',
    at('2027-06-29', '18:00', 'Asia/Tokyo'),
    berlin('2027-06-30', '14:30'),
    '2027-06-29T09:00:00Z',
  ],
  [
    'a time of its own without a due day',
    at('2027-06-29', '18:00', 'Asia/Tokyo'),
    { ...wholeDay, dueOn: null },
    '2027-06-29T09:00:00Z',
  ],
])('%s', (_, reminder, due, expected) => {
  expect(findRingInstant(reminder, due, settings)?.toString()).toBe(expected)
})

test('before a due day that isn’t there, nothing rings', () => {
  expect(findRingInstant(before(30), { ...wholeDay, dueOn: null }, settings)).toBeNull()
})

test.each([
  ['waits until they are over', before(180), berlin('2027-06-30', '09:00'), '2027-06-30T05:00:00Z'],
  ['waits over midnight', before(600), berlin('2027-06-30', '09:00'), '2027-06-30T05:00:00Z'],
  [
    'waits no longer than until it is due',
    before(30),
    berlin('2027-06-30', '06:00'),
    '2027-06-30T04:00:00Z',
  ],
  [
    'rings outside of them as usual',
    before(30),
    berlin('2027-06-30', '08:00'),
    '2027-06-30T05:30:00Z',
  ],
  ['rings at their end', before(0), berlin('2027-06-30', '07:00'), '2027-06-30T05:00:00Z'],
  [
    'rings all the same with a time of its own',
    at('2027-06-30', '05:00', 'Europe/Berlin'),
    berlin('2027-06-30', '09:00'),
    '2027-06-30T03:00:00Z',
  ],
])('in quiet hours: a reminder %s', (_, reminder, due, expected) => {
  expect(findRingInstant(reminder, due, nights)?.toString()).toBe(expected)
})

// Sixty zones from all over, those with unusual rules among them.
const zones = Intl.supportedValuesOf('timeZone')
  .filter((_, nth) => nth % 7 === 0)
  .slice(0, 58)
zones.push('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Africa/Casablanca')
zones.push('Pacific/Apia', 'America/Santiago')
const days = fc.integer({ min: 0, max: 16 * 365 }).map((offset) => addDays('2020-01-01', offset))
const times = fc
  .integer({ min: 0, max: 1_439 })
  .map((minute) => new Date(minute * 60_000).toISOString().slice(11, 16))

test('in sixty zones from 2020 to 2035 the instant is the one that RFC 5545 says', () => {
  expect(new Set(zones).size).toBeGreaterThanOrEqual(60)
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      days,
      times,
      fc.nat(4 * 1_440),
      (zone, on, time, minutes) => {
        const due = { dueOn: on, dueTime: time, dueTimeZone: zone }
        const instant = findRingInstant(before(minutes), due, settings)
        const day = addDays(on, -Math.floor(minutes / 1_440))
        const counted = instant?.add({ minutes: minutes % 1_440 })
        expectWallClock(counted, day, time, zone)
        expectWallClock(findRingInstant(at(on, time, zone), due, settings), on, time, zone)
      },
    ),
    { numRuns: 2_000 },
  )
})

test('02:30 on each night of a clock change is the first or the later one', () => {
  let changes = 0
  for (const zone of zones)
    for (let moment = Temporal.Instant.from('2020-01-01T00:00:00Z').toZonedDateTimeISO(zone); ; ) {
      const next = moment.getTimeZoneTransition('next')
      if (!next || next.year > 2035) break
      moment = next
      changes += 1
      const day = next.toPlainDate().toString()
      for (const time of ['00:30', '01:30', '02:30', '03:00'])
        expectWallClock(
          findRingInstant(at(day, time, zone), { ...wholeDay, dueOn: null }, settings),
          day,
          time,
          zone,
        )
    }
  expect(changes).toBeGreaterThan(300)
})

/** Said without "compatible": by all the instants that have this wall-clock time, or by the gap before them. */
function expectWallClock(
  instant: Temporal.Instant | null | undefined,
  day: string,
  time: string,
  zone: string,
): void {
  const noon = Temporal.Instant.from(`${day}T${time}Z`)
  const offsets = [-36, 36].map(
    (hours) => noon.add({ hours }).toZonedDateTimeISO(zone).offsetNanoseconds,
  )
  const candidates = [...new Set(offsets)]
    .map((offset) => noon.subtract({ nanoseconds: offset }))
    .toSorted(Temporal.Instant.compare)
  const wall = `${day}T${time}:00`
  const matching = candidates.filter(
    (one) => one.toZonedDateTimeISO(zone).toPlainDateTime().toString() === wall,
  )
  // In a gap, the offset before it counts, which is the smaller one and gives the later instant.
  const expected = matching[0] ?? candidates.at(-1)
  expect(instant?.toString(), `${wall} in ${zone}`).toBe(expected?.toString())
}

test('quiet hours end at a time outside of them, and never before', () => {
  const hours = fc.record({ from: times, until: times }).filter(({ from, until }) => from !== until)
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      days,
      times,
      hours,
      (timeZone, day, time, quietHours) => {
        const instant = dueInstant(day, time, timeZone)
        const end = endOfQuiet(instant, { timeZone, quietHours })
        expect(Temporal.Instant.compare(end, instant)).toBeGreaterThanOrEqual(0)
        expect(end.since(instant).total('hours')).toBeLessThanOrEqual(48)
        expect(endOfQuiet(end, { timeZone, quietHours }).toString()).toBe(end.toString())
      },
    ),
    { numRuns: 1_000 },
  )
})
