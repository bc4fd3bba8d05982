import { expect, test } from 'vitest'
import { compareTasks, insertInOrder, type OrderedTask } from './task-order.ts'

const noon = '2026-03-01T12:00:00.000Z'
const oneOClock = '2026-03-01T13:00:00.000Z'

test('newer tasks stand before older ones', () => {
  expect(compareTasks(task('a', oneOClock), task('b', noon))).toBeLessThan(0)
})

test('of tasks made in the same moment the higher id stands first', () => {
  expect(compareTasks(task('b', noon), task('a', noon))).toBeLessThan(0)
})

test.each([
  ['2026-03-01T14:00:00.000Z', 'xab'],
  ['2026-03-01T12:30:00.000Z', 'axb'],
  ['2026-03-01T11:00:00.000Z', 'abx'],
])('a task of %s takes its place', (createdAt, order) => {
  const list = insertInOrder([task('a', oneOClock), task('b', noon)], task('x', createdAt), same)
  expect(list.map(({ id }) => id).join('')).toBe(order)
})

test('a task that is there already does not stand there twice', () => {
  const list = insertInOrder([task('a', oneOClock), task('b', noon)], task('b', oneOClock), same)
  expect(list).toEqual([task('b', oneOClock), task('a', oneOClock)])
})

function task(id: string, createdAt: string): OrderedTask {
  return { id, createdAt }
}

function same(item: OrderedTask): OrderedTask {
  return item
}
