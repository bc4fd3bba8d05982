import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drain, secondsUntilRoom } from '../../src/domain/leaky-bucket.ts'

const rules = { capacity: 100, drainPerSecond: 10 }

test('a bucket drains steadily, down to empty and no further', () => {
  const bucket = { level: 50, atMs: 1_000 }
  expect(drain(bucket, 1_000, rules)).toEqual(bucket)
  expect(drain(bucket, 2_500, rules)).toEqual({ level: 35, atMs: 2_500 })
  expect(drain(bucket, 60_000, rules)).toEqual({ level: 0, atMs: 60_000 })
})

test('a clock that goes back drains nothing', () => {
  expect(drain({ level: 50, atMs: 5_000 }, 1_000, rules).level).toBe(50)
})

test.each([
  [0, 100, 0],
  [0, 101, 1],
  [100, 1, 1],
  [100, 10, 1],
  [100, 11, 2],
  [60, 40, 0],
  [160, 1, 7],
])('from level %i, room for %i is there in %i seconds', (level, amount, seconds) => {
  expect(secondsUntilRoom({ level, atMs: 0 }, amount, rules)).toBe(seconds)
})

test('there is room after the seconds it asks for, whatever the figures', () => {
  const amount = fc.double({ min: 0, max: 1e6, noNaN: true })
  const drainPerSecond = fc.integer({ min: 1, max: 1e6 })
  fc.assert(
    fc.property(amount, amount, drainPerSecond, (level, wanted, perSecond) => {
      const own = { capacity: 1e6, drainPerSecond: perSecond }
      const seconds = secondsUntilRoom({ level, atMs: 0 }, wanted, own)
      const later = drain({ level, atMs: 0 }, seconds * 1000, own)
      expect(later.level + wanted).toBeLessThanOrEqual(own.capacity + 1e-6)
    }),
  )
})
