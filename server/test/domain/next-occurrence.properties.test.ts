import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changeDates, noDates } from '../../src/domain/dates/task-dates.ts'
import { datesAfter } from '../../src/domain/recurrence/task-occurrence.ts'
import { bruteAdd, bruteDays, bruteInstant, bruteWall } from '../support/brute-calendar.ts'

const zones = [
  ...['Europe/Berlin', 'America/New_York', 'America/Los_Angeles', 'Pacific/Kiritimati'],
  ...['Australia/Lord_Howe', 'America/St_Johns', 'Asia/Kathmandu', 'Pacific/Pago_Pago'],
]
const anyRule = fc
  .tuple(
    fc.constantFrom(
      ...['FREQ=DAILY', 'FREQ=DAILY;INTERVAL=3', 'FREQ=WEEKLY', 'FREQ=WEEKLY;BYDAY=SA,SU'],
      ...['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH', 'FREQ=MONTHLY', 'FREQ=MONTHLY;BYMONTHDAY=31'],
      ...['FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=15', 'FREQ=MONTHLY;BYDAY=2TU'],
    ),
    fc.constantFrom('', ';COUNT=5', ';COUNT=1', ';UNTIL=20271231', ';UNTIL=20270401'),
  )
  .map((parts) => parts.join(''))
/** Minutes around the nights on which some of the zones change their clocks, and around any midnight. */
const anyNow = fc
  .tuple(
    fc.constantFrom(
      '2027-03-14',
      '2027-03-28',
      '2027-04-04',
      '2027-10-31',
      '2027-11-07',
      '2027-06-01',
    ),
    fc.integer({ min: -26 * 60, max: 26 * 60 }),
  )
  .map(([day, minutes]) => Date.parse(day) + minutes * 60_000)
const anyTime = fc.constantFrom('00:00', '00:05', '01:30', '02:30', '09:00', '23:50')

const anyCase = fc.record({
  rule: anyRule,
  own: fc.constantFrom(...zones),
  zone: fc.option(fc.constantFrom(...zones)),
  time: anyTime,
  now: anyNow,
  daysAgo: fc.integer({ min: -40, max: 40 }),
  putOff: fc.option(fc.integer({ min: -3, max: 30 })),
  ending: fc.constantFrom('done' as const, 'skipped' as const),
})

test('The next occurrence of any task in any zone is the first of its rule that isn’t missed', () => {
  fc.assert(
    fc.property(anyCase, ({ rule, own, zone, time, now, daysAgo, putOff, ending }) => {
      const today = bruteWall(now, zone ?? own).slice(0, 10)
      const recurrence = { rule, basis: 'SCHEDULE' as const }
      const due = zone ? { dueTime: time, dueTimeZone: zone } : {}
      const made = changeDates(
        noDates,
        { dueOn: bruteAdd(today, -daysAgo), recurrence, ...due },
        own,
      )
      if (!made.ok || made.dates.dueOn === null) return
      const occurrence = made.dates.dueOn
      const dueOn = bruteAdd(occurrence, putOff ?? 0)
      const view = { now: Temporal.Instant.fromEpochMilliseconds(now), timeZone: own }
      const next = datesAfter({ ...made.dates, dueOn }, ending, view)

      const isOver = (day: string) =>
        zone ? bruteInstant(day, time, zone) < now : day < bruteWall(now, own).slice(0, 10)
      const ended = ending === 'skipped' || dueOn < today ? dueOn : today
      const expected = bruteDays(rule, occurrence, 200, bruteAdd(today, 200)).find(
        (day) => day > occurrence && day > ended && !isOver(day),
      )
      expect(next?.dates.dueOn).toBe(expected)
      if (next && zone)
        expect(Date.parse(next.dates.dueAt ?? '')).toBe(
          bruteInstant(next.dates.dueOn ?? '', time, zone),
        )
    }),
    { numRuns: 300 },
  )
})
