import { expect, test } from 'vitest'
import { planRepeat } from './plan-repeat.ts'

const monday = { id: 'a', dueOn: '2026-11-23' }
const friday = { id: 'b', dueOn: '2026-11-27' }
const undated = { id: 'c', dueOn: null }

test('one task becomes due on the first day of its repeat', () => {
  expect(planRepeat([monday], '2026-11-24', false)).toEqual([
    { tasks: [monday], dueOn: '2026-11-24' },
  ])
})

test('several tasks keep their days, and those without one get the first', () => {
  expect(planRepeat([monday, undated, friday], '2026-11-24', false)).toEqual([
    { tasks: [monday, friday] },
    { tasks: [undated], dueOn: '2026-11-24' },
  ])
})

test('a day that the words name is for all of them', () => {
  expect(planRepeat([monday, undated], '2026-12-01', true)).toEqual([
    { tasks: [monday, undated], dueOn: '2026-12-01' },
  ])
})
