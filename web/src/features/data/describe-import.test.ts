import { expect, test } from 'vitest'
import { countTrashed, describeImport } from './describe-import.ts'

const count = (added: number, kept = 0, inTrash = 0, restored = 0) => ({
  added,
  kept,
  inTrash,
  restored,
})
const none = { tasks: count(0), lists: count(0), tags: count(0), views: count(0) }

test.each([
  [{ ...none, tasks: count(1) }, 'Added 1 task.'],
  [{ ...none, tasks: count(12_000), tags: count(2) }, 'Added 12,000 tasks and 2 tags.'],
  [
    { tasks: count(2), lists: count(1, 1), tags: count(1), views: count(3) },
    'Added 2 tasks, 1 list, 1 tag and 3 views. What was here already stayed as it was.',
  ],
  [
    { ...none, lists: count(0, 1) },
    'Everything in this file is here already. Nothing was changed.',
  ],
  [
    { ...none, tasks: count(0, 12, 12), lists: count(0, 2, 1) },
    'Nothing was added. 12 tasks and 1 list of this file are in the trash.',
  ],
  [
    { ...none, tasks: count(3, 1, 1) },
    'Added 3 tasks. What was here already stayed as it was. 1 task of this file is in the trash.',
  ],
  [
    { ...none, tasks: count(0, 12, 0, 12), lists: count(0, 2, 0, 1) },
    'Restored 12 tasks and 1 list from the trash.',
  ],
])('%j is described as: %s', (counts, words) => {
  expect(describeImport(counts)).toBe(words)
})

test('what can be restored is counted', () => {
  expect(countTrashed({ ...none, tasks: count(0, 12, 12), lists: count(0, 2, 1) })).toBe(13)
})
