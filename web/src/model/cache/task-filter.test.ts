import { expect, test } from 'vitest'
import type { TaskFilter } from '../../gql/graphql.ts'
import { matchesFilter } from './task-filter.ts'

const clock = { now: Date.parse('2026-11-23T12:00:00Z'), timeZone: 'Europe/Berlin' }
const fields: Record<string, unknown> = {
  id: 'a',
  title: 'Buy milk',
  createdAt: '2026-11-20T00:00:00.000Z',
  completedAt: null,
  deletedAt: null,
  recurrence: null,
  parent: null,
  priority: 'MEDIUM',
  dueOn: '2026-11-23',
  dueAt: null,
  tags: ['Tag:x', 'Tag:y'],
  'list.id': 'home',
  'list.isInbox': false,
  'list.archivedAt': null,
}

test.each<[TaskFilter, boolean | undefined]>([
  [{}, true],
  [{ completed: { eq: false } }, true],
  [{ completed: { eq: true } }, false],
  [{ completed: { eq: false }, hasParent: { eq: true } }, false],
  [{ deleted: { eq: true } }, false],
  [{ not: { deleted: { eq: true } } }, true],
  [{ listId: { eq: 'home' } }, true],
  [{ listId: { in: ['work'] } }, false],
  [{ list: { isInbox: { eq: true } } }, false],
  [{ list: { archived: { eq: false } } }, true],
  [{ recurring: { eq: true } }, false],
  [{ parentId: { null: true } }, true],
  [{ priority: { gte: 'MEDIUM' } }, true],
  [{ priority: { gt: 'MEDIUM' } }, false],
  [{ priority: { in: ['LOW', 'MEDIUM'] } }, true],
  [{ dueState: { in: ['OVERDUE', 'TODAY'] } }, true],
  [{ dueState: { neq: 'TODAY' } }, false],
  [{ tags: { some: { id: { eq: 'x' } } } }, true],
  [{ tags: { some: { id: { eq: 'z' } } } }, false],
  [{ tags: { none: { id: { in: ['x'] } } } }, false],
  [{ and: [{ completed: { eq: false } }, { listId: { eq: 'work' } }] }, false],
  [{ or: [{ completed: { eq: true } }, { listId: { eq: 'home' } }] }, true],
  [{ or: [] }, false],
  [{ and: [] }, true],
  [{ not: { listId: { eq: 'home' } } }, false],
  [{ title: { containsIgnoreCase: 'MILK' } }, true],
  [{ dueOn: { lt: 'P7D' } }, true],
  [{ createdAt: { gte: '-P1D' } }, false],
  [{ startOn: { null: true } }, undefined],
  // What isn't in the cache, and what only the API can judge.
  [{ search: 'milk' }, undefined],
  [{ tags: { some: { name: { eq: 'home' } } } }, undefined],
  [{ search: 'milk', completed: { eq: true } }, false],
  [{ or: [{ search: 'milk' }, { completed: { eq: false } }] }, true],
  [{ not: { search: 'milk' } }, undefined],
])('%j is answered with %s', (filter, answer) => {
  expect(matchesFilter(filter, { read: (field) => fields[field], clock })).toBe(answer)
})

test('a task in the trash belongs only where the filter speaks of the trash', () => {
  const read = (field: string) =>
    field === 'deletedAt' ? '2026-11-01T00:00:00.000Z' : fields[field]
  expect(matchesFilter({ completed: { eq: false } }, { read, clock })).toBe(false)
  expect(matchesFilter({ deleted: { eq: true } }, { read, clock })).toBe(true)
  expect(matchesFilter({ or: [{ deleted: { eq: true } }] }, { read, clock })).toBe(true)
})
