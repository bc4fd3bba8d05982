import { expect, test } from 'vitest'
import type { TaskOrder } from '../../gql/graphql.ts'
import { compareTasks } from './task-order.ts'

type Fields = Record<string, string | null>

const noon = '2026-11-23T12:00:00.000Z'
const evening = '2026-11-23T18:00:00.000Z'

test.each<[string, TaskOrder[], Fields, Fields]>([
  ['newest first without an order', [], { createdAt: evening }, { createdAt: noon }],
  ['by hand', [{ field: 'MANUAL' }], { position: 'Zz' }, { position: 'a0' }],
  ['by day', [{ field: 'DUE' }], { dueOn: '2026-11-22' }, { dueOn: '2026-11-23' }],
  ['tasks without a day last', [{ field: 'DUE' }], { dueOn: '2026-11-23' }, { dueOn: null }],
  [
    'tasks without a day last the other way round too',
    [{ field: 'DUE', direction: 'DESC' }],
    { dueOn: '2026-11-23' },
    { dueOn: null },
  ],
  [
    'tasks without a day first where that is asked for',
    [{ field: 'DUE', nulls: 'FIRST' }],
    { dueOn: null },
    { dueOn: '2026-11-23' },
  ],
  [
    'within a day by time',
    [{ field: 'DUE' }],
    { dueOn: '2026-11-23', dueAt: noon },
    { dueOn: '2026-11-23', dueAt: evening },
  ],
  [
    'a time before the whole day',
    [{ field: 'DUE' }],
    { dueOn: '2026-11-23', dueAt: evening },
    { dueOn: '2026-11-23', dueAt: null },
  ],
  [
    'the whole day before its times, turned round',
    [{ field: 'DUE', direction: 'DESC' }],
    { dueOn: '2026-11-23', dueAt: null },
    { dueOn: '2026-11-23', dueAt: evening },
  ],
  [
    'by the start before the due date',
    [{ field: 'PLANNED' }],
    { startOn: '2026-11-22', dueOn: '2026-11-30' },
    { startOn: null, dueOn: '2026-11-23' },
  ],
  [
    'on the day they are planned for by time',
    [{ field: 'PLANNED' }],
    { startOn: null, dueOn: '2026-11-23', dueAt: noon },
    { startOn: '2026-11-23', dueOn: null, dueAt: null },
  ],
  [
    'by priority',
    [{ field: 'PRIORITY', direction: 'DESC' }],
    { priority: 'HIGH' },
    { priority: 'LOW' },
  ],
  ['by title', [{ field: 'TITLE' }], { title: 'apple' }, { title: 'Banana' }],
  [
    'by the second key where the first is equal',
    [{ field: 'PRIORITY' }, { field: 'CREATED_AT', direction: 'DESC' }],
    { priority: 'LOW', createdAt: evening },
    { priority: 'LOW', createdAt: noon },
  ],
])('tasks are ordered %s', (_name, orderBy, before, after) => {
  expect(compareTasks(orderBy, reader(before), reader(after))).toBeLessThan(0)
  expect(compareTasks(orderBy, reader(after), reader(before))).toBeGreaterThan(0)
})

test('equal tasks are ordered by their ids, in the direction of the last key', () => {
  const [a, b] = [reader({ id: 'a' }), reader({ id: 'b' })]
  expect(compareTasks([{ field: 'DUE' }], a, b)).toBeLessThan(0)
  expect(compareTasks([{ field: 'DUE', direction: 'DESC' }], a, b)).toBeGreaterThan(0)
})

function reader(fields: Fields) {
  return (field: string) => fields[field] ?? null
}
