import { expect, test } from 'vitest'
import type { TaskFilter } from '../../gql/graphql.ts'
import { describeFilter } from './filter-sentence.ts'
import { readFilter } from './read-filter.ts'

const names = new Map([
  ['home', 'Home'],
  ['work', 'Work'],
  ['errand', 'errand'],
])

test.each<[TaskFilter, string]>([
  [{}, 'All tasks'],
  [{ completed: { eq: false } }, 'Tasks that are open.'],
  [
    {
      completed: { eq: false },
      listId: { in: ['home', 'work'] },
      priority: { in: ['HIGH', 'URGENT'] },
    },
    'Tasks that are open, are in “Home” or “Work” and have urgent or high priority.',
  ],
  [
    {
      or: [
        { dueState: { in: ['TODAY', 'OVERDUE'] } },
        { tags: { some: { id: { eq: 'errand' } } } },
      ],
    },
    'Tasks that are overdue or due today or are tagged “errand”.',
  ],
  [
    { completed: { eq: false }, or: [{ dueOn: { lte: 'P1D' } }, { recurring: { eq: true } }] },
    'Tasks that are open and either are due within 1 day or repeat.',
  ],
  [
    { or: [{ search: 'milk' }, { completed: { eq: true }, createdAt: { gte: '-P30D' } }] },
    'Tasks that mention “milk” or both are completed and were created in the last 30 days.',
  ],
  [
    { not: { dueState: { in: ['NONE'] } }, hasParent: { eq: false } },
    'Tasks that aren’t without a due date and aren’t subtasks.',
  ],
  [{ startState: { in: ['STARTED', 'NONE'] } }, 'Tasks that are started or without a start.'],
  [{ not: { startState: { in: ['AHEAD'] } } }, 'Tasks that aren’t to start later.'],
  [
    { hasReminder: { eq: true }, completed: { eq: false } },
    'Tasks that have a reminder and are open.',
  ],
  [{ hasReminder: { neq: true } }, 'Tasks that have no reminder.'],
  [{ listId: { eq: 'elsewhere' } }, 'Tasks that are in a deleted list.'],
  [{ startOn: { null: false } }, 'Tasks that match a filter set through the API.'],
])('%j', (filter, sentence) => {
  expect(describeFilter(readFilter(filter), names)).toBe(sentence)
})
