import { expect, test } from 'vitest'
import { sayChange } from './change-words.ts'

const change = (field: string, before: string | null = null, after: string | null = 'new') => ({
  field,
  before,
  after,
})

test.each([
  ['created', 'CREATED', [change('title')]],
  ['completed', 'CHANGED', [change('completedAt')]],
  ['reopened', 'CHANGED', [change('completedAt', 'old', null)]],
  ['deleted', 'CHANGED', [change('deletedAt')]],
  ['restored', 'CHANGED', [change('deletedAt', 'old', null)]],
  [
    'changed list, notes of',
    'CHANGED',
    [change('listId'), change('position'), change('description')],
  ],
  [
    'changed due, repeat of',
    'CHANGED',
    [change('dueOn'), change('dueTime'), change('recurrenceRule')],
  ],
  ['changed tags of', 'CHANGED', [change('tags'), change('tags')]],
])('“%s” says what a change did', (words, operation, changes) => {
  expect(sayChange(operation, changes)).toBe(words)
})
