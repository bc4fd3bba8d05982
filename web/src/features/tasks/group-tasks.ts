import type { DateFormats } from '@tend/server/domain/dates/date-formats'
import type { Task } from '../../model/documents/fields.ts'
import type { Place } from '../../places/address.ts'
import { dayIn } from '../../time/calendar.ts'
import { dueStateAt, findStartAhead, localDue } from '../../time/due.ts'
import { describeDayInFull, type UserClock } from '../../time/due-words.ts'

/** Tasks under one heading; a place that isn't grouped is one group without a title. */
export type TaskGroup = {
  key: string
  title?: string
  tone?: 'overdue'
  /** The day that its tasks are planned for. */
  day?: string
  tasks: readonly Task[]
}

/** Groups a place's tasks, given in its order, as that place shows them. */
export function groupTasks(
  kind: Place['kind'],
  tasks: readonly Task[],
  clock: UserClock,
): TaskGroup[] {
  const today = dayIn(clock.timeZone, clock.now)
  switch (kind) {
    case 'today':
      return groupBy(tasks, (task) => {
        const isOverdue = dueStateAt(task, clock) === 'overdue'
        return isOverdue
          ? { key: 'overdue', title: 'Overdue', tone: 'overdue' }
          : { key: 'today', title: 'Today', day: today }
      })
    case 'upcoming':
      return groupBy(tasks, (task) => {
        const day = findStartAhead(task, today) ?? localDue(task, clock.timeZone)?.day ?? today
        return { ...dayGroup(day, today, clock.formats), day }
      })
    case 'completed':
      return groupBy(tasks, (task) =>
        dayGroup(dayIn(clock.timeZone, task.completedAt ?? clock.now), today, clock.formats),
      )
    default:
      return tasks.length > 0 ? [{ key: 'all', tasks }] : []
  }
}

function dayGroup(day: string, today: string, formats: DateFormats) {
  return { key: day, title: describeDayInFull(day, today, formats) }
}

function groupBy(
  tasks: readonly Task[],
  describe: (task: Task) => Omit<TaskGroup, 'tasks'>,
): TaskGroup[] {
  const groups = new Map<string, TaskGroup & { tasks: Task[] }>()
  for (const task of tasks) {
    const group = describe(task)
    const known = groups.get(group.key) ?? { ...group, tasks: [] }
    known.tasks.push(task)
    groups.set(group.key, known)
  }
  return [...groups.values()]
}
