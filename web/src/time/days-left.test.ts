import { expect, test } from 'vitest'
import { describeDaysLeft } from './days-left.ts'

const since = '2026-11-01T22:30:00.000Z'

test.each([
  ['2026-11-01T22:31:00Z', 'Europe/London', '30 days left'],
  ['2026-11-19T12:00:00Z', 'Europe/London', '12 days left'],
  ['2026-11-29T12:00:00Z', 'Europe/London', '2 days left'],
  ['2026-11-30T12:00:00Z', 'Europe/London', 'Goes tomorrow'],
  ['2026-12-01T00:00:00Z', 'Europe/London', 'Goes today'],
  ['2026-12-01T12:00:00Z', 'Europe/Berlin', 'Goes today'],
  // It is another day there.
  ['2026-12-01T22:00:00Z', 'Asia/Tokyo', 'Goes today'],
  ['2026-11-30T12:00:00Z', 'Asia/Tokyo', '2 days left'],
  // The job that deletes comes some hours later.
  ['2026-12-02T03:00:00Z', 'Europe/London', 'Goes today'],
])('at %s in %s it is “%s”', (now, timeZone, words) => {
  expect(describeDaysLeft(since, 30, { now: Date.parse(now), timeZone })).toBe(words)
})
