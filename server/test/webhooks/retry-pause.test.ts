import { expect, test } from 'vitest'
import { findRetryPause } from '../../src/webhooks/retry-pause.ts'

const hour = 3_600
const nowMs = 1_800_000_000_000
const pauseAfter = (failures: number, more = {}) =>
  findRetryPause({ failures, failingSinceMs: null, nowMs, retryAfterSeconds: undefined, ...more })

test.each([
  [0, 5],
  [1, 300],
  [2, 1_800],
  [3, 2 * hour],
  [4, 5 * hour],
  [5, 10 * hour],
  [6, 14 * hour],
  [7, 20 * hour],
  [8, 24 * hour],
  [30, 24 * hour],
])('after %i failures the pause is %i seconds, give or take a tenth', (failures, seconds) => {
  for (let nth = 0; nth < 50; nth += 1) {
    const pause = pauseAfter(failures) ?? 0
    expect(pause).toBeGreaterThanOrEqual(seconds * 0.9)
    expect(pause).toBeLessThanOrEqual(seconds * 1.1)
  }
  expect(new Set(Array.from({ length: 20 }, () => pauseAfter(failures))).size).toBeGreaterThan(1)
})

test('the receiver may ask for a longer pause, and not for a shorter one', () => {
  expect(pauseAfter(0, { retryAfterSeconds: 600 })).toBe(600)
  expect(pauseAfter(2, { retryAfterSeconds: 1 })).toBeGreaterThan(1_000)
})

test('the last time is after five days of failures, and then there is none', () => {
  const sinceHours = (hours: number) => ({ failingSinceMs: nowMs - hours * hour * 1_000 })
  expect(pauseAfter(9, sinceHours(119))).toBe(hour)
  expect(pauseAfter(9, sinceHours(120))).toBeUndefined()
})
