import { expect, test } from 'vitest'
import { fitStart } from './fit-start.ts'

const task = { startOn: '2026-12-01', dueOn: '2026-12-10' }

test.each<[string, Parameters<typeof fitStart>[1], string | undefined]>([
  ['a due date before the start', { dueOn: '2026-11-29' }, '2026-11-29'],
  ['a start after the due date', { startOn: '2026-12-11' }, '2026-12-10'],
  [
    'both, the start after the due date',
    { startOn: '2027-01-02', dueOn: '2027-01-01' },
    '2027-01-01',
  ],
  ['a due date on the start', { dueOn: '2026-12-01' }, undefined],
  ['no due date', { dueOn: null }, undefined],
  ['no start', { startOn: null, dueOn: '2026-11-29' }, undefined],
  ['something else', {}, undefined],
])('%s: %j, so the start moves to %s', (_, changes, day) => {
  expect(fitStart(task, changes)).toBe(day)
})
