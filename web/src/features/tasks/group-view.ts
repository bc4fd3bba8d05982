import { namePriority, urgentFirst } from '@tend/server/domain/priority'
import type { TaskGrouping } from '../../gql/graphql.ts'
import type { Task } from '../../model/documents/fields.ts'
import { dayIn } from '../../time/calendar.ts'
import { dueStateAt, localDue } from '../../time/due.ts'
import { describeDayInFull, type UserClock } from '../../time/due-words.ts'
import type { TaskGroup } from './group-tasks.ts'

type Heading = Omit<TaskGroup, 'tasks'> & { rank: number | string }

// Sorts after all names and days.
const last = Number.POSITIVE_INFINITY

/**
 * Groups the tasks as a saved view says, with the groups in their own order and ungrouped tasks last;
 * a task with several tags is in the group of each. `listIds` is the order of the lists. Tasks
 * come in the order of the days where these are the groups, so `compare` gives those of each group
 * the view's own order: what is overdue is of many days.
 */
export function groupView(
  groupBy: TaskGrouping,
  tasks: readonly Task[],
  clock: UserClock,
  listIds: readonly string[],
  compare?: (a: Task, b: Task) => number,
): TaskGroup[] {
  if (groupBy === 'NONE') return tasks.length > 0 ? [{ key: 'all', tasks }] : []
  const groups = new Map<string, Heading & { tasks: Task[] }>()
  for (const task of tasks) {
    for (const heading of describeGroups(groupBy, task, clock, listIds)) {
      const group = groups.get(heading.key) ?? { ...heading, tasks: [] }
      group.tasks.push(task)
      groups.set(heading.key, group)
    }
  }
  return [...groups.values()]
    .toSorted((a, b) => compareRanks(a.rank, b.rank))
    .map(({ rank, tasks, ...group }) => ({
      ...group,
      tasks: compare ? tasks.toSorted(compare) : tasks,
    }))
}

function describeGroups(
  groupBy: Exclude<TaskGrouping, 'NONE'>,
  task: Task,
  clock: UserClock,
  listIds: readonly string[],
): Heading[] {
  switch (groupBy) {
    case 'LIST':
      return [{ key: task.list.id, title: task.list.name, rank: listIds.indexOf(task.list.id) }]
    case 'PRIORITY': {
      const { priority } = task
      const title = priority === 'NONE' ? 'No priority' : namePriority(priority)
      return [{ key: priority, title, rank: urgentFirst.indexOf(priority) }]
    }
    case 'DUE_DAY':
      return [describeDay(task, clock)]
    case 'TAG':
      return task.tags.length > 0
        ? task.tags.map(({ id, name }) => ({ key: id, title: name, rank: name }))
        : [{ key: 'none', title: 'No tag', rank: last }]
  }
}

function describeDay(task: Task, clock: UserClock): Heading {
  const due = localDue(task, clock.timeZone)
  if (!due) return { key: 'none', title: 'No date', rank: last }
  if (!task.completed && dueStateAt(task, clock) === 'overdue') {
    return { key: 'overdue', title: 'Overdue', tone: 'overdue', rank: '' }
  }
  const today = dayIn(clock.timeZone, clock.now)
  return { key: due.day, title: describeDayInFull(due.day, today, clock.formats), rank: due.day }
}

/** Numbers by size, names as people sort them, and what has no name last. */
function compareRanks(a: number | string, b: number | string): number {
  if (typeof a === 'string' && typeof b === 'string') return a.localeCompare(b)
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : Number(typeof a === 'number') * 2 - 1
}
