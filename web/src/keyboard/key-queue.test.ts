import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createKeyQueue } from './key-queue.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function start() {
  const handled: string[] = []
  const known = new Set(['a'])
  const queue = createKeyQueue<string>((key) => known.has(key) && handled.push(key) > 0, 2_000)
  return { handled, known, queue }
}

test('a key that somebody handles is handled at once', () => {
  const { handled, queue } = start()
  queue.take('a')
  queue.take('a')
  expect(handled).toEqual(['a', 'a'])
})

test('one that nobody handles yet waits, and those after it wait behind', () => {
  const { handled, known, queue } = start()
  queue.take('b')
  queue.take('a')
  queue.retry()
  expect(handled).toEqual([])
  known.add('b')
  queue.retry()
  expect(handled).toEqual(['b', 'a'])
})

test('after a while nothing waits any more, and what can be handled is', () => {
  const { handled, known, queue } = start()
  queue.take('b')
  queue.take('a')
  vi.advanceTimersByTime(2_000)
  expect(handled).toEqual(['a'])
  queue.take('b')
  queue.take('a')
  expect(handled).toEqual(['a', 'a'])
  known.add('b')
  queue.retry()
  expect(handled).toEqual(['a', 'a'])
})
