import { expect, test } from 'vitest'
import { dayIn, daysBetween, instantIn, shiftDay, timeIn } from './calendar.ts'

test.each([
  ['Europe/Berlin', '2026-11-23', '09:00', '2026-11-23T08:00:00.000Z'],
  ['Asia/Kathmandu', '2026-11-23', '09:00', '2026-11-23T03:15:00.000Z'],
  ['Pacific/Auckland', '2026-11-23', '00:30', '2026-11-22T11:30:00.000Z'],
  // The night the clocks go from 2 to 3: 2:30 is skipped, and counts as 3:30.
  ['Europe/Berlin', '2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
  // The night they go from 3 to 2: 2:30 comes twice, and the first is meant.
  ['Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
  ['America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30:00.000Z'],
])('in %s, %s %s is %s', (timeZone, day, time, instant) => {
  expect(new Date(instantIn(timeZone, day, time)).toISOString()).toBe(instant)
})

test('an instant is another day and time in another zone', () => {
  const instant = Date.parse('2026-12-31T23:05:00Z')
  expect([dayIn('Europe/London', instant), timeIn('Europe/London', instant)]).toEqual([
    '2026-12-31',
    '23:05',
  ])
  expect([dayIn('Asia/Tokyo', instant), timeIn('Asia/Tokyo', instant)]).toEqual([
    '2027-01-01',
    '08:05',
  ])
})

test('the day is that of the zone and the instant, whatever was asked before', () => {
  const [evening, morning] = ['2026-12-31T23:05:00Z', '2026-12-31T09:00:00Z'].map(Date.parse)
  for (const _ of [1, 2]) {
    expect(dayIn('Europe/London', evening ?? 0)).toBe('2026-12-31')
    expect(dayIn('Asia/Tokyo', evening ?? 0)).toBe('2027-01-01')
    expect(dayIn('Asia/Tokyo', morning ?? 0)).toBe('2026-12-31')
    expect(dayIn('Asia/Tokyo', evening ?? 0)).toBe('2027-01-01')
  }
})

test('days are counted over months and years', () => {
  expect(shiftDay('2026-12-31', 1)).toBe('2027-01-01')
  expect(shiftDay('2028-03-01', -1)).toBe('2028-02-29')
  expect(daysBetween('2026-12-31', '2027-01-02')).toBe(2)
})
