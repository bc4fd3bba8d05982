import { expect, test } from 'vitest'
import { createKeyQueue } from './key-queue.ts'

function start() {
  const handled: string[] = []
  const known = new Set(['a'])
  const loading = new Set(['page'])
  const handle = (key: string) => known.has(key) && handled.push(key) > 0
  const queue = createKeyQueue(handle, () => loading.size > 0)
  return { handled, known, loading, queue }
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

test('once everything has loaded nothing waits any more, and what can be handled is', () => {
  const { handled, known, loading, queue } = start()
  queue.take('b')
  queue.take('a')
  loading.clear()
  queue.retry()
  expect(handled).toEqual(['a'])
  queue.take('b')
  queue.take('a')
  expect(handled).toEqual(['a', 'a'])
  known.add('b')
  queue.retry()
  expect(handled).toEqual(['a', 'a'])
})
