import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findMutationIdProblem, receiptDays } from '../../src/domain/mutation-id.ts'

const dayMs = 86_400_000
const nowMs = Date.UTC(2026, 10, 30)

function idOf(ms: number): string {
  const hex = ms.toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}

test.each([
  [-90, undefined],
  [-91, 'known for 90 days'],
  [0, undefined],
  [1, undefined],
  [1.1, 'more than a day from now'],
])('an id made %d days from now', (days, problem) => {
  const found = findMutationIdProblem(idOf(nowMs + days * dayMs), nowMs)
  if (problem === undefined) expect(found).toBeUndefined()
  else expect(found).toContain(problem)
})

test('the answer to an id that is still taken is still known', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -100 * dayMs, max: 2 * dayMs }),
      fc.integer({ min: 0, max: 200 * dayMs }),
      (clockMs, laterMs) => {
        const id = idOf(nowMs + clockMs)
        fc.pre(findMutationIdProblem(id, nowMs) === undefined)
        const isStillTaken = findMutationIdProblem(id, nowMs + laterMs) === undefined
        if (isStillTaken) expect(laterMs).toBeLessThanOrEqual(receiptDays * dayMs)
      },
    ),
  )
})
