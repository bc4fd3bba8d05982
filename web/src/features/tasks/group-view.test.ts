import { expect, test } from 'vitest'
import type { TaskGrouping } from '../../gql/graphql.ts'
import type { Task } from '../../model/documents/fields.ts'
import { compareInView } from './compare-in-view.ts'
import { groupView } from './group-view.ts'

const formats = {
  weekStartsOn: 'MONDAY',
  dateStyle: 'DAY_FIRST',
  timeStyle: 'HOURS_24',
} as const
const berlin = { now: Date.parse('2026-11-23T21:30:00Z'), timeZone: 'Europe/Berlin', formats }

test('a view that isn’t grouped is one group without a heading', () => {
  expect(show('NONE', [task('b'), task('a')])).toEqual(['undefined: ba'])
  expect(show('NONE', [])).toEqual([])
})

test('lists come in the order of the sidebar', () => {
  const tasks = [inList('a', 'work'), inList('b', 'home'), inList('c', 'work')]
  expect(show('LIST', tasks)).toEqual(['home: b', 'work: ac'])
})

test('priorities come from the highest to none', () => {
  const tasks = [task('a'), task('b', { priority: 'LOW' }), task('c', { priority: 'URGENT' })]
  expect(show('PRIORITY', tasks)).toEqual(['Urgent: c', 'Low: b', 'No priority: a'])
})

test('what is overdue comes before the days, and what has no date after them', () => {
  const tasks = [
    task('a'),
    task('b', { dueOn: '2026-11-25' }),
    task('c', { dueOn: '2026-11-20' }),
    task('d', { dueOn: '2026-11-23' }),
    task('e', { dueOn: '2026-11-20', completed: true }),
  ]
  expect(show('DUE_DAY', tasks)).toEqual([
    'Overdue: c',
    'Friday, 20 Nov: e',
    'Today, 23 Nov: d',
    'Wednesday, 25 Nov: b',
    'No date: a',
  ])
})

test('within a day, and among what is overdue, the order of the view holds', () => {
  const tasks = [
    task('a', { dueOn: '2026-11-20', priority: 'LOW' }),
    task('b', { dueOn: '2026-11-21', priority: 'URGENT' }),
    task('c', { dueOn: '2026-11-23', priority: 'LOW', dueAt: '2026-11-23T22:00:00Z' }),
    task('d', { dueOn: '2026-11-23', priority: 'HIGH' }),
  ]
  const byPriority = compareInView([{ field: 'PRIORITY', direction: 'DESC' }])
  expect(show('DUE_DAY', tasks, byPriority)).toEqual(['Overdue: ba', 'Today, 23 Nov: dc'])
})

test('a task is under each of its tags, by name, and under none last', () => {
  const tasks = [tagged('a', 'zoo', 'art'), tagged('b'), tagged('c', 'art')]
  expect(show('TAG', tasks)).toEqual(['art: ac', 'zoo: a', 'No tag: b'])
})

function show(
  groupBy: TaskGrouping,
  tasks: Task[],
  compare?: (a: Task, b: Task) => number,
): string[] {
  return groupView(groupBy, tasks, berlin, ['inbox', 'home', 'work'], compare).map(
    (group) => `${group.title}: ${group.tasks.map(({ id }) => id).join('')}`,
  )
}

function inList(id: string, list: string): Task {
  return task(id, { list: { id: list, name: list } as Task['list'] })
}

function tagged(id: string, ...names: string[]): Task {
  return task(id, { tags: names.map((name) => ({ id: name, name, color: null })) })
}

function task(id: string, fields: Partial<Task> = {}): Task {
  const blank = { id, dueOn: null, dueAt: null, completed: false, priority: 'NONE', tags: [] }
  return { ...blank, ...fields } as Task
}
