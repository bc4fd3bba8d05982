import { expect, test } from 'vitest'
import { stepDue } from './due-steps.ts'

const today = '2026-11-29'

test.each([
  ['2026-11-30', '2026-12-01', today],
  [today, '2026-11-30', undefined],
  ['2026-11-20', '2026-11-30', undefined],
  [undefined, '2026-11-30', undefined],
])('from %s a day later is %s, a day earlier %s', (day, later, earlier) => {
  expect(stepDue(day, today, 1)).toBe(later)
  expect(stepDue(day, today, -1)).toBe(earlier)
})
