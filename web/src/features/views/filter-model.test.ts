import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TaskFilter } from '../../gql/graphql.ts'
import { matchesFilter } from '../../model/cache/task-filter.ts'
import type { Condition, FilterModel } from './filter-model.ts'
import { printFilter } from './print-filter.ts'
import { readFilter } from './read-filter.ts'

const open: Condition = { field: 'completed', is: false }
const urgent: Condition = { field: 'priority', not: false, values: ['URGENT'] }
const overdue: Condition = { field: 'due', not: false, values: ['OVERDUE'] }

test.each<[string, FilterModel, TaskFilter]>([
  ['nothing', { match: 'all', parts: [] }, {}],
  ['one thing', { match: 'all', parts: [open] }, { completed: { eq: false } }],
  [
    'several things, in their order',
    { match: 'all', parts: [open, urgent] },
    { and: [{ completed: { eq: false } }, { priority: { in: ['URGENT'] } }] },
  ],
  [
    'two of a kind, one after another',
    { match: 'all', parts: [urgent, { ...urgent, not: true, values: ['LOW'] }, open] },
    {
      and: [
        { priority: { in: ['URGENT'] } },
        { not: { priority: { in: ['LOW'] } } },
        { completed: { eq: false } },
      ],
    },
  ],
  [
    'one that has begun',
    { match: 'all', parts: [{ field: 'start', not: false, values: ['STARTED'] }] },
    { startState: { in: ['STARTED'] } },
  ],
  [
    'any of several',
    { match: 'any', parts: [urgent, overdue] },
    { or: [{ priority: { in: ['URGENT'] } }, { dueState: { in: ['OVERDUE'] } }] },
  ],
  [
    'a group within',
    { match: 'all', parts: [open, { match: 'any', conditions: [urgent, overdue] }] },
    {
      and: [
        { completed: { eq: false } },
        { or: [{ priority: { in: ['URGENT'] } }, { dueState: { in: ['OVERDUE'] } }] },
      ],
    },
  ],
  [
    'days, words and tags',
    {
      match: 'all',
      parts: [
        { field: 'dueWithin', not: false, days: 14 },
        { field: 'madeWithin', not: false, days: 7 },
        { field: 'words', not: false, text: 'milk' },
        { field: 'tag', not: true, values: ['t1', 't2'] },
      ],
    },
    {
      and: [
        { dueOn: { lte: 'P14D' } },
        { createdAt: { gte: '-P7D' } },
        { search: 'milk' },
        { not: { tags: { some: { id: { in: ['t1', 't2'] } } } } },
      ],
    },
  ],
])('%s is printed and read', (_name, model, filter) => {
  expect(printFilter(model)).toEqual(filter)
  expect(readFilter(filter)).toEqual(model)
})

test.each<[string, TaskFilter, FilterModel['parts']]>([
  ['one value', { priority: { eq: 'URGENT' } }, [urgent]],
  ['none of these', { priority: { nin: ['URGENT'] } }, [{ ...urgent, not: true }]],
  ['not', { not: { completed: { eq: true } } }, [open]],
  [
    'no such tag',
    { tags: { none: { id: { eq: 't' } } } },
    [{ field: 'tag', not: true, values: ['t'] }],
  ],
  [
    'and',
    { and: [{ completed: { eq: false } }, { priority: { in: ['URGENT'] } }] },
    [open, urgent],
  ],
])('%s, as a program may have written it, is read as well', (_name, filter, parts) => {
  expect(readFilter(filter)).toEqual({ match: 'all', parts })
})

test.each<TaskFilter>([
  { startOn: { null: false } },
  { priority: { gte: 'HIGH' } },
  { listId: { in: [] } },
  { tags: { some: { id: { neq: 't' } } } },
  { dueOn: { gte: '2026-01-01', lte: '2026-12-31' } },
  { not: { or: [{ completed: { eq: true } }, { recurring: { eq: true } }] } },
])('%j is kept as it is', (filter) => {
  expect(readFilter(filter)).toEqual({ match: 'all', parts: [{ field: 'other', filter }] })
  expect(printFilter(readFilter(filter))).toEqual(filter)
})

test('what doesn’t say anything yet is left out', () => {
  const parts: FilterModel['parts'] = [
    { field: 'list', not: false, values: [] },
    { field: 'words', not: true, text: ' ' },
    { field: 'dueWithin', not: false, days: Number.NaN },
    { match: 'any', conditions: [{ field: 'tag', not: false, values: [] }] },
    open,
  ]
  expect(printFilter({ match: 'all', parts })).toEqual({ completed: { eq: false } })
})

const priority = fc.constantFrom('NONE', 'LOW', 'HIGH', 'URGENT')
const id = fc.constantFrom('a', 'b', 'c')
const leaf = fc.oneof(
  fc.record({ completed: fc.record({ eq: fc.boolean() }) }),
  fc.record({ recurring: fc.record({ neq: fc.boolean() }) }),
  fc.record({ priority: fc.record({ in: fc.array(priority, { maxLength: 3 }) }) }),
  fc.record({ priority: fc.record({ gt: priority }) }),
  fc.record({ listId: fc.record({ nin: fc.array(id, { maxLength: 2 }) }) }),
  fc.record({ tags: fc.record({ some: fc.record({ id: fc.record({ eq: id }) }) }) }),
  fc.record({ tags: fc.record({ none: fc.record({ id: fc.record({ in: fc.array(id) }) }) }) }),
)
const { filter: anyFilter } = fc.letrec<{ filter: TaskFilter }>((tie) => ({
  filter: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant({}),
    leaf as fc.Arbitrary<TaskFilter>,
    fc.tuple(leaf, leaf).map(([a, b]) => ({ ...a, ...b }) as TaskFilter),
    fc.record({ not: tie('filter') }),
    fc.record({ or: fc.array(tie('filter'), { maxLength: 3 }) }),
    fc.record({ and: fc.array(tie('filter'), { maxLength: 3 }) }),
    fc.tuple(leaf, tie('filter')).map(([a, b]) => ({ ...a, or: [b] }) as TaskFilter),
  ),
}))
const anyTask = fc.record({
  completedAt: fc.constantFrom(null, '2026-11-20T00:00:00.000Z'),
  deletedAt: fc.constant(null),
  recurrence: fc.constantFrom(null, 'rule'),
  priority,
  'list.id': id,
  tags: fc.uniqueArray(id.map((tag) => `Tag:${tag}`)),
})

test('whatever a filter says, reading and printing it keeps its meaning, however often', () => {
  fc.assert(
    fc.property(anyFilter, anyTask, (filter, task) => {
      const printed = printFilter(readFilter(filter))
      const matches = (asked: TaskFilter) =>
        matchesFilter(asked, {
          read: (name) => task[name as keyof typeof task],
          clock: { now: 0, timeZone: 'UTC' },
        })
      expect(matches(printed)).toBe(matches(filter))
      expect(matches(printFilter(readFilter(printed)))).toBe(matches(filter))
    }),
    { numRuns: 2_000 },
  )
})
