import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, checkDay } from '../../src/domain/dates/day.ts'
import { resolveDay, resolveInstant } from '../../src/domain/dates/relative-date.ts'
import { checkTimeZone } from '../../src/domain/dates/time-zone.ts'

test.each([
  ['2026-02-28', undefined],
  ['2024-02-29', undefined],
  ['2026-02-29', 'The day 2026-02-29 is not on the calendar. Take one that is.'],
  ['1899-12-31', 'The day 1899-12-31 is out of range. Take one from 1900-01-01 to 9999-12-31.'],
  ['2026-2-28', '"2026-2-28" is not a day. Write it as YYYY-MM-DD.'],
  ['2026-02-28T00:00', '"2026-02-28T00:00" is not a day. Write it as YYYY-MM-DD.'],
])('the day %s is answered with %s', (text, message) => {
  const checked = checkDay(text)
  expect(checked.ok ? undefined : checked.message).toBe(message)
})

test.each([
  ['europe/berlin', 'Europe/Berlin'],
  ['Asia/Calcutta', 'Asia/Calcutta'],
  ['America/Argentina/Ushuaia', 'America/Argentina/Ushuaia'],
  ['UTC', 'UTC'],
  ['Etc/GMT+5', 'Etc/GMT+5'],
  ['+02:00', undefined],
  ['Mars/Olympus', undefined],
  ['UTC][u-ca=hebrew', undefined],
  ['', undefined],
])('the zone %s becomes %s', (name, expected) => {
  const checked = checkTimeZone(name)
  expect(checked.ok ? checked.value : undefined).toBe(expected)
})

// Half past midnight on 1 March in Berlin, still February in New York.
const now = Temporal.Instant.from('2026-02-28T23:30:00Z')

test.each([
  ['P0D', 'Europe/Berlin', '2026-03-01'],
  ['P0D', 'America/New_York', '2026-02-28'],
  ['-P1D', 'Europe/Berlin', '2026-02-28'],
  ['P7D', 'America/New_York', '2026-03-07'],
  ['-P2W', 'Europe/Berlin', '2026-02-15'],
  ['P1Y2M3D', 'Europe/Berlin', '2027-05-04'],
  ['-P1M', 'America/New_York', '2026-01-28'],
  ['2027-06-30', 'Europe/Berlin', '2027-06-30'],
  ['P10000D', 'Europe/Berlin', '2053-07-17'],
  ['P10000W', 'Europe/Berlin', '2217-10-26'],
  ['P10000M', 'Europe/Berlin', '2859-07-01'],
  ['P7973Y9M30D', 'Europe/Berlin', '9999-12-31'],
])('the day of a filter %s is, in %s, %s', (text, timeZone, value) => {
  expect(resolveDay(text, { now, timeZone })).toEqual({ ok: true, value })
})

test.each([
  ['PT1H', '"PT1H" counts hours, and this is a day. Count in days, such as P7D.'],
  ['P', '"P" is not a duration. Write it in ISO 8601, such as P7D or -P1M.'],
  ['P1DT', '"P1DT" is not a duration. Write it in ISO 8601, such as P7D or -P1M.'],
  ['P999999Y', '"P999999Y" leads out of the calendar. Take something nearer.'],
  ['P10000Y', '"P10000Y" leads out of the calendar. Take something nearer.'],
  ['-P10000W', '"-P10000W" leads out of the calendar. Take something nearer.'],
  ['P7973Y10M4D', '"P7973Y10M4D" leads out of the calendar. Take something nearer.'],
  ['-P999Y', '"-P999Y" leads out of the calendar. Take something nearer.'],
  ['yesterday', '"yesterday" is not a day. Write it as YYYY-MM-DD.'],
])('the day of a filter %s is refused with a message', (text, message) => {
  expect(resolveDay(text, { now, timeZone: 'UTC' })).toEqual({ ok: false, message })
})

test.each([
  ['-PT1H', '2026-02-28T22:30:00Z'],
  ['P1D', '2026-03-01T23:30:00Z'],
  // 30 days of wall-clock time hold one hour less: the clocks change on 29 March.
  ['P30D', '2026-03-30T22:30:00Z'],
  ['2026-01-01T00:00:00+01:00', '2025-12-31T23:00:00Z'],
  ['2026-01-01T00:00:00.123Z', '2026-01-01T00:00:00.123Z'],
])('the moment of a filter %s is, in Berlin, %s', (text, value) => {
  const resolved = resolveInstant(text, { now, timeZone: 'Europe/Berlin' })
  expect(resolved.ok && resolved.value.toString()).toBe(value)
})

test.each(['2026-01-01', '2026-01-01T00:00', '2026-13-01T00:00:00Z', 'P', 'P9999999D', ''])(
  'the moment of a filter "%s" is refused with a message',
  (text) => {
    const resolved = resolveInstant(text, { now, timeZone: 'UTC' })
    expect(resolved.ok ? '' : resolved.message).toMatch(/\. .+\.$/)
  },
)

test('days are added and recognised as Temporal does, also over leap days and beyond our range', () => {
  const figure = (min: number, max: number) => fc.integer({ min, max })
  const two = (part: number) => String(part).padStart(2, '0')
  fc.assert(
    fc.property(
      figure(1900, 9999),
      figure(0, 13),
      figure(0, 32),
      figure(-800_000, 800_000),
      (y, m, d, days) => {
        const text = `${y}-${two(m)}-${two(d)}`
        const isReal = isDate({ year: y, month: m, day: d })
        expect(checkDay(text).ok).toBe(isReal)
        if (!isReal) return
        const added = Temporal.PlainDate.from(text).add({ days }).toString()
        expect(addDays(text, days)).toBe(added)
      },
    ),
    { numRuns: 3_000 },
  )
  expect(addDays('9999-12-31', 1)).toBe('+010000-01-01')
  expect(() => addDays('2026-13-01', 1)).toThrow(RangeError)
})

function isDate(fields: { year: number; month: number; day: number }): boolean {
  try {
    Temporal.PlainDate.from(fields, { overflow: 'reject' })
    return true
  } catch {
    return false
  }
}
