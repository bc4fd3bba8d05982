import type { Client } from '@urql/core'
import { expect, test } from 'vitest'
import {
  dropMutation,
  noteRedone,
  noteUndone,
  peekDone,
  peekUndone,
  recordMutation,
} from './undo-stack.ts'

test('what was done last is undone first, and done again in the other direction', () => {
  const client = {} as Client
  recordMutation(client, 'a')
  recordMutation(client, 'b')
  expect(peekDone(client)).toBe('b')
  noteUndone(client, 'b')
  noteUndone(client, 'a')
  expect([peekDone(client), peekUndone(client)]).toEqual([undefined, 'a'])
  noteRedone(client, 'a')
  expect([peekDone(client), peekUndone(client)]).toEqual(['a', 'b'])
})

test('a new change gives up what was undone', () => {
  const client = {} as Client
  recordMutation(client, 'a')
  noteUndone(client, 'a')
  recordMutation(client, 'b')
  expect([peekDone(client), peekUndone(client)]).toEqual(['b', undefined])
})

test('a change that can’t be undone stands in nobody’s way', () => {
  const client = {} as Client
  recordMutation(client, 'a')
  recordMutation(client, 'b')
  dropMutation(client, 'b')
  expect(peekDone(client)).toBe('a')
})
