import type { Client } from '@urql/core'
import { expect, test } from 'vitest'
import {
  continueStack,
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

test('a new change discards what was undone', () => {
  const client = {} as Client
  recordMutation(client, 'a')
  noteUndone(client, 'a')
  recordMutation(client, 'b')
  expect([peekDone(client), peekUndone(client)]).toEqual(['b', undefined])
})

test('a change that can’t be undone doesn’t block others', () => {
  const client = {} as Client
  recordMutation(client, 'a')
  recordMutation(client, 'b')
  dropMutation(client, 'b')
  expect(peekDone(client)).toBe('a')
})

test('what couldn’t be undone for now stays where it was', () => {
  const client = {} as Client
  for (const id of ['a', 'b', 'c']) recordMutation(client, id)
  noteUndone(client, 'b')
  noteRedone(client, 'b')
  expect([peekDone(client), peekUndone(client)]).toEqual(['c', undefined])
  noteUndone(client, 'c')
  expect(peekDone(client)).toBe('b')
})

test('what was done before a reload is undone after what was done since', () => {
  const client = {} as Client
  const saved: unknown[] = []
  recordMutation(client, 'c')
  continueStack(client, { done: ['a', 'b'], undone: ['x'] }, (stack) => saved.push(stack))
  expect(saved).toEqual([{ done: ['a', 'b', 'c'], undone: [] }])
  noteUndone(client, 'c')
  expect(peekDone(client)).toBe('b')
  expect(saved.at(-1)).toEqual({ done: ['a', 'b'], undone: ['c'] })
})
