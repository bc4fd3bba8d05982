import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { writeCalendarRule } from '../../src/domain/calendar/calendar-rule.ts'
import { writeCalendarZone } from '../../src/domain/calendar/calendar-zone.ts'
import { addDays } from '../../src/domain/dates/day.ts'
import { dueInstant } from '../../src/domain/dates/due-date.ts'
import { parseRecurrenceRule } from '../../src/domain/recurrence/parse.ts'
import { listOccurrences, type RecurrenceSeries } from '../../src/domain/recurrence/recurrence.ts'

// Another implementation of the RFC reads what ours writes.

const zones = [
  ...['Europe/London', 'Europe/Berlin', 'Europe/Dublin', 'America/New_York', 'America/St_Johns'],
  ...['America/Santiago', 'Australia/Lord_Howe', 'Asia/Tokyo', 'Asia/Kathmandu', 'UTC'],
]

function seriesOf(text: string, start: string, basis: RecurrenceSeries['basis'] = 'SCHEDULE') {
  const parsed = parseRecurrenceRule(text)
  if (!parsed.ok) throw new Error(`A rule was expected, found ${parsed.issues.join(' ')}`)
  return { rule: parsed.rule, basis, start }
}

/** The first days that ical.js finds in a rule. */
function expand(rule: string, on: string, limit: number): string[] {
  const iterator = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(on))
  const days: string[] = []
  for (let next = iterator.next(); next && days.length < limit; next = iterator.next())
    days.push(next.toString())
  return days
}

const rules = [
  ...['FREQ=DAILY', 'FREQ=DAILY;INTERVAL=3', 'FREQ=WEEKLY', 'FREQ=WEEKLY;BYDAY=MO,WE,FR'],
  ...['FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,MO;WKST=SU'],
  ...['FREQ=MONTHLY', 'FREQ=MONTHLY;INTERVAL=5', 'FREQ=MONTHLY;BYMONTHDAY=31'],
  ...['FREQ=MONTHLY;BYMONTHDAY=15,31', 'FREQ=MONTHLY;BYMONTHDAY=-1', 'FREQ=MONTHLY;BYDAY=2TU,-1FR'],
  ...['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', 'FREQ=MONTHLY;BYMONTHDAY=1,15'],
  ...['FREQ=YEARLY', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', 'FREQ=YEARLY;INTERVAL=2'],
  ...['FREQ=YEARLY;BYMONTH=11;BYDAY=4TH', 'FREQ=YEARLY;BYMONTH=4,6;BYMONTHDAY=31'],
]
const starts = fc
  .tuple(fc.integer({ min: 0, max: 1500 }), fc.nat({ max: 30 }))
  .map(([days, later]) => ({ start: addDays('2023-12-25', days), later }))
const ends = fc.constantFrom('', ';COUNT=1', ';COUNT=9', ';COUNT=40', ';UNTIL=20301231')

test('a rule gives the same days to others from any occurrence on, at the ends of months too', () => {
  let compared = 0
  fc.assert(
    fc.property(fc.constantFrom(...rules), ends, starts, (rule, end, { start, later }) => {
      const series = seriesOf(rule + end, start)
      const on = listOccurrences(series, { from: start, limit: later + 1 }).at(-1)
      if (!on) return
      const written = writeCalendarRule(series, on, null)
      expect(written).toBeDefined()
      // What ical.js ignores.
      if (/BYMONTHDAY.*BYSETPOS/.test(written ?? '')) return
      expect(expand(written ?? '', on, 25)).toEqual(
        listOccurrences(series, { from: on, limit: 25 }),
      )
      compared += 1
    }),
    { numRuns: 400 },
  )
  expect(compared).toBeGreaterThan(200)
})

test.each([
  ['FREQ=MONTHLY', '2027-01-31', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
  ['FREQ=MONTHLY', '2027-01-30', 'FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1'],
  ['FREQ=MONTHLY;BYMONTHDAY=15,31', '2027-01-15', 'FREQ=MONTHLY;BYMONTHDAY=15,-1'],
  ['FREQ=YEARLY', '2024-02-29', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1'],
  ['FREQ=YEARLY;BYMONTH=1,3;BYMONTHDAY=31', '2027-01-31', 'FREQ=YEARLY;BYMONTH=1,3;BYMONTHDAY=31'],
])('%s from %s is for others %s', (rule, start, written) => {
  expect(writeCalendarRule(seriesOf(rule, start), start, null)).toBe(written)
})

test('of what is done at a time, the end is an instant', () => {
  const time = { time: '09:00', timeZone: 'Europe/Berlin' }
  const series = seriesOf('FREQ=DAILY;UNTIL=20270701', '2027-01-01')
  expect(writeCalendarRule(series, '2027-03-01', time)).toBe('FREQ=DAILY;UNTIL=20270701T070000Z')
})

test.each([
  ['what counts from the completion', seriesOf('FREQ=DAILY', '2027-01-01', 'COMPLETION')],
  ['several days that short months lack', seriesOf('FREQ=MONTHLY;BYMONTHDAY=15,30', '2027-01-01')],
  ['a day that isn’t of the rule', seriesOf('FREQ=WEEKLY;BYDAY=MO', '2027-01-01')],
])('%s is no rule to others', (_what, series) => {
  const day = series.basis === 'COMPLETION' || series.rule.frequency === 'WEEKLY' ? '01' : '15'
  expect(writeCalendarRule(series, `2027-01-${day}`, null)).toBeUndefined()
})

test('a change of the clocks is in the local time before it, and a year begins with its offset', () => {
  const text = writeCalendarZone('Europe/Berlin', [2027, 2027, 2026])
  const onsets = [
    ...text.matchAll(/BEGIN:(\w+)\r\nDTSTART:(\w+)\r\nTZOFFSETFROM:(.+)\r\nTZOFFSETTO:(.+)\r/g),
  ]
  expect(onsets.map(([, ...onset]) => onset.join(' '))).toEqual([
    'STANDARD 20260101T000000 +0100 +0100',
    'DAYLIGHT 20260329T020000 +0100 +0200',
    'STANDARD 20261025T030000 +0200 +0100',
    'DAYLIGHT 20270328T020000 +0100 +0200',
    'STANDARD 20271031T030000 +0200 +0100',
  ])
})

test.each(zones)('others find the instant of every time in %s by what is written of it', (zone) => {
  const years = [2026, 2031]
  const text = `BEGIN:VCALENDAR\r\n${writeCalendarZone(zone, years)}END:VCALENDAR\r\n`
  const [component] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vtimezone')
  const theirs = new ICAL.Timezone(component)
  for (const year of years)
    for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1))
      for (const time of ['00:00', '00:45', '01:15', '01:45', '02:30', '03:00', '12:00', '23:59']) {
        const local = Temporal.PlainDateTime.from(`${day}T${time}`)
        const [early, late] = (['earlier', 'later'] as const).map((disambiguation) =>
          local.toZonedDateTime(zone, { disambiguation }),
        )
        // What the clocks skip or repeat isn't told apart by everybody.
        if (!early || !late || !early.equals(late)) continue
        const found = ICAL.Time.fromDateTimeString(`${day}T${time}:00`)
        found.zone = theirs
        const expected = dueInstant(day, time, zone).epochMilliseconds / 1000
        if (found.toUnixTime() !== expected)
          expect(`${day} ${time}: ${found.toUnixTime()}`).toBe(`${day} ${time}: ${expected}`)
      }
})
