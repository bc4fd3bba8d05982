import { expect, test } from 'vitest'
import { readRetryAfter } from './read-answer.ts'
import { readEvents } from './read-events.ts'

const now = Date.parse('2026-11-30T12:00:00Z')

test.each([
  ['0', 0],
  ['120', 120],
  ['Mon, 30 Nov 2026 12:00:30 GMT', 30],
  ['Mon, 30 Nov 2026 11:00:00 GMT', 0],
  ['soon', undefined],
  [null, undefined],
])('Retry-After %s is %s seconds', (header, seconds) => {
  expect(readRetryAfter(header, now)).toBe(seconds)
})

const stream =
  ':\n\nevent: next\ndata: {"a":"1"}\n\n:\n\nevent: next\ndata: {"ü":"data: 2"}\n\nevent: complete\ndata:\n\nevent: next\ndata: {"cut'
const events = ['{"a":"1"}', '{"ü":"data: 2"}']

test.each([1, 2, 3, 7, 1000])('events are the same in pieces of %s characters', async (size) => {
  const found: string[] = []
  let at = 0
  const read = async () => {
    const value = stream.slice(at, at + size)
    at += size
    return { done: value === '', value }
  }
  for await (const data of readEvents(read)) found.push(data)
  expect(found).toEqual(events)
})
