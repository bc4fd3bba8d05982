import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DateFormats, resolveDateFormats } from '../../src/domain/dates/date-formats.ts'
import { addDays } from '../../src/domain/dates/day.ts'
import {
  describeDay,
  formatDay,
  formatInstant,
  formatTime,
  formatWeekday,
  startOfWeek,
} from '../../src/domain/dates/format-date.ts'

const dayFirst: DateFormats = {
  weekStartsOn: 'MONDAY',
  dateStyle: 'DAY_FIRST',
  timeStyle: 'HOURS_24',
}
const monthFirst: DateFormats = {
  weekStartsOn: 'SUNDAY',
  dateStyle: 'MONTH_FIRST',
  timeStyle: 'HOURS_12',
}
const yearFirst: DateFormats = { ...dayFirst, weekStartsOn: 'SATURDAY', dateStyle: 'YEAR_FIRST' }
/** A Wednesday. */
const today = '2026-12-30'

test.each([
  ['2026-03-12', dayFirst, '12 Mar'],
  ['2027-01-02', dayFirst, '2 Jan 2027'],
  ['2026-03-12', monthFirst, 'Mar 12'],
  ['2027-01-02', monthFirst, 'Jan 2, 2027'],
  ['2026-03-12', yearFirst, '2026-03-12'],
  ['1900-01-01', dayFirst, '1 Jan 1900'],
  ['9999-12-31', monthFirst, 'Dec 31, 9999'],
])('the day %s is written as %o says: %s', (day, formats, text) => {
  expect(formatDay(day, today, formats)).toBe(text)
})

test.each([
  ['2026-12-28', '28 Dec'],
  ['2026-12-29', 'Yesterday'],
  ['2026-12-30', 'Today'],
  ['2026-12-31', 'Tomorrow'],
  ['2027-01-01', 'Fri'],
  ['2027-01-05', 'Tue'],
  ['2027-01-06', '6 Jan 2027'],
])('on a Wednesday at the end of the year, %s is “%s”', (day, words) => {
  expect(describeDay(day, today, dayFirst)).toBe(words)
})

test('a weekday has its whole name or three letters', () => {
  expect([formatWeekday(today, 'long'), formatWeekday(today, 'short')]).toEqual([
    'Wednesday',
    'Wed',
  ])
})

test.each([
  ['00:00', '12:00\u00a0AM'],
  ['09:05', '9:05\u00a0AM'],
  ['12:00', '12:00\u00a0PM'],
  ['23:59', '11:59\u00a0PM'],
])('the time %s is %s on a 12-hour clock, and itself on the other', (time, text) => {
  expect(formatTime(time, monthFirst)).toBe(text)
  expect(formatTime(time, dayFirst)).toBe(time)
})

test.each([
  ['UTC', '2026-12-31T23:30:00.000Z', dayFirst, '31 Dec, 23:30'],
  ['Asia/Kathmandu', '2026-12-31T23:30:00.000Z', dayFirst, '1 Jan 2027, 05:15'],
  ['America/New_York', '2027-01-01T04:30:00.000Z', monthFirst, 'Dec 31, 11:30\u00a0PM'],
])('in %s the instant %s is written %o: %s', (timeZone, instant, formats, text) => {
  expect(formatInstant(instant, { now: '2026-12-30T12:00:00.000Z', timeZone }, formats)).toBe(text)
})

test('a week begins on the chosen day, and contains the six days that follow', () => {
  expect(startOfWeek(today, dayFirst)).toBe('2026-12-28')
  expect(startOfWeek(today, monthFirst)).toBe('2026-12-27')
  expect(startOfWeek(today, yearFirst)).toBe('2026-12-26')
  fc.assert(
    fc.property(
      fc.integer({ min: -40_000, max: 40_000 }),
      fc.constantFrom(dayFirst, monthFirst, yearFirst),
      (distance, formats) => {
        const day = addDays(today, distance)
        const first = startOfWeek(day, formats)
        expect(formatWeekday(first, 'long').toUpperCase()).toBe(formats.weekStartsOn)
        expect(first <= day && day <= addDays(first, 6)).toBe(true)
      },
    ),
  )
})

const auto = { weekStartsOn: 'AUTO', dateStyle: 'AUTO', timeStyle: 'AUTO' } as const

test.each([
  ['en-GB', { weekStartsOn: 'MONDAY', dateStyle: 'DAY_FIRST', timeStyle: 'HOURS_24' }],
  ['en-US', { weekStartsOn: 'SUNDAY', dateStyle: 'MONTH_FIRST', timeStyle: 'HOURS_12' }],
  ['de', { weekStartsOn: 'MONDAY', dateStyle: 'DAY_FIRST', timeStyle: 'HOURS_24' }],
  ['sv-SE', { weekStartsOn: 'MONDAY', dateStyle: 'YEAR_FIRST', timeStyle: 'HOURS_24' }],
  ['ar-EG', { weekStartsOn: 'SATURDAY', dateStyle: 'DAY_FIRST', timeStyle: 'HOURS_12' }],
])('preferences that are left open follow the customs of %s', (locale, formats) => {
  expect(resolveDateFormats(auto, locale)).toEqual(formats)
})

test('a week that begins on a day nobody can choose begins on Monday', () => {
  expect(resolveDateFormats(auto, 'dv-MV').weekStartsOn).toBe('MONDAY')
})

test('a person’s choice applies, whatever the device', () => {
  for (const locale of ['en-US', 'sv-SE']) {
    expect(resolveDateFormats(dayFirst, locale)).toEqual(dayFirst)
    expect(resolveDateFormats(monthFirst, locale)).toEqual(monthFirst)
  }
})
