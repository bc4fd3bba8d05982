import { expect, test } from 'vitest'
import { findBrokenPromises } from './find-broken-promises.ts'

const released = `
  interface Node { id: ID! }
  type Query { task(id: ID!): Task old: Old @deprecated(reason: "Ask for task.") }
  type Task implements Node { id: ID! title(upper: Boolean, lower: Boolean @deprecated): String! }
  type Old { words: String }
  enum Priority { LOW HIGH ODD @deprecated }
  input TaskInput { title: String! priority: Priority colour: String @deprecated }
  type Mutation { add(input: TaskInput!): Task }
`
const change = (from: string, to: string) => {
  expect(released).toContain(from)
  return findBrokenPromises(released, released.replace(from, to))
}

test.each([
  ['nothing', ' ', ' '],
  ['a new field', 'words: String', 'words: String more: String'],
  ['a new optional argument', 'lower: Boolean', 'lower: Boolean, other: Int'],
  ['an argument that was deprecated', ', lower: Boolean @deprecated', ''],
  ['a value that was deprecated', 'ODD @deprecated', ''],
  ['an input’s field that was deprecated', 'colour: String @deprecated', ''],
  ['a null that can no longer come', 'task(id: ID!): Task', 'task(id: ID!): Task!'],
  ['a deprecation', 'priority: Priority', 'priority: Priority @deprecated'],
])('%s breaks no promise', (_name, from, to) => {
  expect(change(from, to)).toEqual([])
})

test('deprecated fields may be removed, with the types that only they used', () => {
  const current = released
    .replace('old: Old @deprecated(reason: "Ask for task.")', '')
    .replace('type Old { words: String }', '')
  expect(findBrokenPromises(released, current)).toEqual([])
})

test.each([
  ['a field', 'title(upper: Boolean, lower: Boolean @deprecated): String!', '', 'Task.title'],
  ['an argument', 'upper: Boolean,', '', 'upper'],
  ['an enum’s value', 'LOW', '', 'LOW'],
  ['an input’s field', 'priority: Priority', '', 'TaskInput.priority'],
  ['an interface', ' implements Node', '', 'Node'],
])('removing %s breaks a promise', (_name, from, to, message) => {
  expect(change(from, to)).toEqual([expect.stringContaining(message)])
})

test.each([
  ['to ask for what need not be said', 'priority: Priority', 'priority: Priority!', 'priority'],
  ['to make a new thing needed', 'upper: Boolean', 'upper: Boolean, way: Int!', 'way'],
  ['to let null come', 'id: ID! title', 'id: ID title', 'Task.id'],
])('%s breaks a promise', (_name, from, to, message) => {
  expect(change(from, to)).toEqual([expect.stringContaining(message)])
})
