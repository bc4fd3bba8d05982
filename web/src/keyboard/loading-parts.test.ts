import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { expectPart, isPartLoading, listenToParts } from './loading-parts.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('parts load until the last of them is there, or has taken too long', async () => {
  const loaded = vi.fn()
  listenToParts(loaded)
  const endFirst = expectPart(2_000)
  expectPart(10_000)
  endFirst()
  expect(isPartLoading()).toBe(true)
  endFirst()
  await Promise.resolve()
  expect(loaded).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(loaded).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(8_000)
  expect(isPartLoading()).toBe(false)
  expect(loaded).toHaveBeenCalledTimes(2)
})
