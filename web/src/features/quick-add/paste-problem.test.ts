import { expect, test } from 'vitest'
import { findPasteProblem, maxPastedTasks } from './paste-problem.ts'

test('too many lines, or one that is too long, are refused with what is allowed', () => {
  expect(findPasteProblem(Array(maxPastedTasks).fill('x'))).toBeUndefined()
  expect(findPasteProblem(Array(maxPastedTasks + 1).fill('x'))).toContain(String(maxPastedTasks))
  expect(findPasteProblem(['fine', 'x'.repeat(1001)])).toContain('Line 2')
})
