import { expect, test } from 'vitest'
import type { Task } from '../../model/documents/fields.ts'
import { groupTasks } from './group-tasks.ts'

const formats = {
  weekStartsOn: 'MONDAY',
  dateStyle: 'DAY_FIRST',
  timeStyle: 'HOURS_24',
} as const
const berlin = { now: Date.parse('2026-11-23T21:30:00Z'), timeZone: 'Europe/Berlin', formats }

test('today parts what is overdue from what is for today, by the minute', () => {
  const tasks = [
    task('a', { dueOn: '2026-11-20' }),
    task('b', { dueOn: '2026-11-23', dueAt: '2026-11-23T21:29:00.000Z' }),
    task('c', { dueOn: '2026-11-23', dueAt: '2026-11-23T21:45:00.000Z' }),
    task('d', { dueOn: '2026-11-23' }),
  ]
  expect(show('today', tasks)).toEqual([
    ['Overdue', 'ab'],
    ['Today', 'cd'],
  ])
})

test('upcoming has a heading for each day, in the user’s zone', () => {
  const tasks = [
    task('a', { dueOn: '2026-11-24' }),
    task('b', { dueOn: '2026-11-24', dueAt: '2026-11-24T23:30:00.000Z' }),
    task('c', { dueOn: '2026-11-27' }),
  ]
  expect(show('upcoming', tasks)).toEqual([
    ['Tomorrow, 24 Nov', 'a'],
    ['Wednesday, 25 Nov', 'b'],
    ['Friday, 27 Nov', 'c'],
  ])
})

test('completed tasks are under the day they were completed', () => {
  const tasks = [
    task('a', { completedAt: '2026-11-23T08:00:00.000Z' }),
    task('b', { completedAt: '2026-11-22T22:59:00.000Z' }),
    task('c', { completedAt: '2026-11-22T22:00:00.000Z' }),
  ]
  expect(show('completed', tasks)).toEqual([
    ['Today, 23 Nov', 'a'],
    ['Yesterday, 22 Nov', 'bc'],
  ])
})

test('a list is one group without a heading, and an empty one none at all', () => {
  expect(show('list', [task('b', {}), task('a', {})])).toEqual([[undefined, 'ba']])
  expect(show('list', [])).toEqual([])
})

function show(kind: Parameters<typeof groupTasks>[0], tasks: Task[]) {
  return groupTasks(kind, tasks, berlin).map((group) => [
    group.title,
    group.tasks.map(({ id }) => id).join(''),
  ])
}

function task(id: string, fields: Partial<Task>): Task {
  return { id, dueOn: null, dueAt: null, completedAt: null, ...fields } as Task
}
