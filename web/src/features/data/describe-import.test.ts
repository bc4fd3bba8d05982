import { expect, test } from 'vitest'
import { describeImport } from './describe-import.ts'

const count = (added: number, kept = 0) => ({ added, kept })
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
])('%j is told as: %s', (counts, words) => {
  expect(describeImport(counts)).toBe(words)
})
