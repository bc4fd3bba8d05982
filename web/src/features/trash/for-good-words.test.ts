import { expect, test } from 'vitest'
import type { Task } from '../../model/documents/fields.ts'
import type { ForGoodRequest } from '../../model/trash/for-good.store.ts'
import { askWords, doneWords, explainForGood, progressWords } from './for-good-words.ts'

const all: ForGoodRequest = { kind: 'all' }
const list: ForGoodRequest = { kind: 'list', list: { id: 'a', name: 'Trip' } }
const tasks = (...titles: string[]): ForGoodRequest => ({
  kind: 'tasks',
  tasks: titles.map((title) => ({ title }) as Task),
})

test.each([
  [all, 'Empty the trash?', 'The trash is empty'],
  [list, 'Delete “Trip” for good?', 'Deleted “Trip” for good'],
  [tasks('Pack'), 'Delete “Pack” for good?', 'Deleted “Pack” for good'],
  [tasks('Pack', 'Book'), 'Delete 2 tasks for good?', 'Deleted 2 tasks for good'],
])('what is asked, and what was done', (request, asked, done) => {
  expect([askWords(request), doneWords(request)]).toEqual([asked, done])
})

test.each([
  [all, { tasks: 20_012, lists: 2 }, '20,012 tasks and 2 lists will be deleted for good.'],
  [all, { tasks: 1, lists: 0 }, '1 task will be deleted for good.'],
  [all, { tasks: 0, lists: 1 }, '1 list will be deleted for good.'],
  [list, { tasks: 0, lists: 1 }, 'The list will be deleted for good.'],
  [list, { tasks: 1, lists: 1 }, 'The list and its 1 task will be deleted for good.'],
])('it says how much, and that it can’t be undone', (request, size, words) => {
  expect(explainForGood(request, size)).toBe(`${words} This can’t be undone.`)
})

test('subtasks are mentioned, and nothing is said of what isn’t counted yet', () => {
  expect(explainForGood(tasks('Pack'), undefined)).toBe(
    'Any subtasks go too. This can’t be undone.',
  )
  expect(explainForGood(all, undefined)).toBeUndefined()
  expect(progressWords(3_000, 20_000)).toBe('Deleted 3,000 of 20,000')
})
