import { expect, test } from 'vitest'
import { createAttemptLimit } from './attempt-limit.ts'

const settings = { maxAttempts: 2, windowSeconds: 60, maxKeys: 2 }

test('an account is refused after its attempts, until the window ends', () => {
  const limit = createAttemptLimit(settings)
  expect([limit.take('a', 0), limit.take('a', 1_000), limit.take('a', 2_000)]).toEqual([0, 0, 58])
  expect(limit.take('a', 60_000)).toBe(0)
})

test('one account does not use up the attempts of another', () => {
  const limit = createAttemptLimit(settings)
  limit.take('a', 0)
  limit.take('a', 0)
  expect(limit.take('b', 0)).toBe(0)
})

test('a right attempt gives the account its attempts back', () => {
  const limit = createAttemptLimit(settings)
  limit.take('a', 0)
  limit.take('a', 0)
  limit.clear('a')
  expect(limit.take('a', 0)).toBe(0)
})

test('accounts that nobody has can not fill the memory', () => {
  const limit = createAttemptLimit({ ...settings, maxAttempts: 1 })
  for (const key of ['a', 'b', 'c']) limit.take(key, 0)
  expect([limit.take('c', 0), limit.take('b', 0)]).toEqual([60, 60])
  expect(limit.take('a', 0)).toBe(0)
})
