import { expect, test } from 'vitest'
import { describeContents, describeDetails, describeDue } from './describe-preview.ts'
import type { ImportPreview } from './upload-import.ts'

const empty: ImportPreview = {
  sources: ['Todoist'],
  counts: { lists: 0, tasks: 0, subtasks: 0, tags: 0, repeats: 0, reminders: 0, completed: 0 },
  found: { sections: 0, completed: 0 },
  overlap: { lists: { here: 0, inTrash: 0 }, tasks: { here: 0, inTrash: 0 } },
  rows: [],
  notes: [],
}

test.each<[Partial<ImportPreview['counts']>, string, string]>([
  [{}, '0 tasks from Todoist', ''],
  [{ tasks: 1, lists: 1 }, '1 task and 1 list from Todoist', ''],
  [
    { tasks: 1_412, lists: 9, tags: 31, subtasks: 38, repeats: 1, reminders: 3, completed: 200 },
    '1,412 tasks, 9 lists and 31 tags from Todoist',
    'With 38 subtasks, 1 that repeats, 3 reminders and 200 completed.',
  ],
])('%j is %s', (counts, contents, details) => {
  const preview = { ...empty, counts: { ...empty.counts, ...counts } }
  expect([describeContents(preview), describeDetails(preview)]).toEqual([contents, details])
})

test('what is here already, and in the trash, is told', () => {
  const overlap = { ...empty.overlap, tasks: { here: 12, inTrash: 1 } }
  expect(describeDetails({ ...empty, overlap })).toBe(
    '11 tasks are here already and stay as they are. 1 is in the trash.',
  )
})

test('a due date has its time', () => {
  expect(describeDue({ dueOn: '2026-12-01', dueTime: '09:00' })).toBe('1 Dec 2026, 09:00')
})
