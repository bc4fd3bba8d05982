import { z } from 'zod'
import type { Caller } from './caller.ts'
import { writeDay, writeMoment } from './days.ts'

/** What every tool asks of a task. */
export const taskFields =
  'id title completedAt deletedAt priority dueOn dueTime dueTimeZone dueState startOn recurrence { sentence } list { id name } parent { id } tags { name } subtaskProgress { completed total }'

export type ReadTask = {
  id: string
  title: string
  completedAt: string | null
  deletedAt: string | null
  priority: string
  dueOn: string | null
  dueTime: string | null
  dueTimeZone: string | null
  dueState: string
  startOn: string | null
  recurrence: { sentence: string } | null
  list: { id: string; name: string }
  parent: { id: string } | null
  tags: { name: string }[]
  subtaskProgress: { completed: number; total: number }
}

/** A task in the output of tools. Its other fields are in the answer where they say something. */
export const shownTask = z.object({ id: z.string(), title: z.string() })

/** A task as agents read it: only what it has, days with their weekday, moments by the person's clock. */
export function showTask(task: ReadTask, timeZone: string | undefined) {
  const { completedAt, deletedAt, recurrence, subtaskProgress: subtasks } = task
  return {
    id: task.id,
    title: task.title,
    list: task.list.name,
    listId: task.list.id,
    ...(task.parent && { parentId: task.parent.id }),
    dueState: task.dueState,
    ...(task.dueOn && { due: writeDue(task.dueOn, task) }),
    ...(task.startOn && { start: writeDay(task.startOn) }),
    ...(recurrence && { repeats: recurrence.sentence }),
    ...(task.priority !== 'NONE' && { priority: task.priority }),
    ...(task.tags.length > 0 && { tags: task.tags.map(({ name }) => name) }),
    ...(subtasks.total > 0 && { subtasks: `${subtasks.completed} of ${subtasks.total} completed` }),
    ...(completedAt && { completedAt: writeMoment(completedAt, timeZone) }),
    ...(deletedAt && { inTrashSince: writeMoment(deletedAt, timeZone) }),
  }
}

export function writeDue(day: string, due: Pick<ReadTask, 'dueTime' | 'dueTimeZone'>): string {
  const zone = due.dueTimeZone ? ` (${due.dueTimeZone})` : ''
  return `${writeDay(day)}${due.dueTime ? ` ${due.dueTime}${zone}` : ''}`
}

/** Asks for the time zone only where a moment has to be written. */
export async function showTasks(caller: Caller, tasks: readonly ReadTask[]) {
  const hasMoment = tasks.some(({ completedAt, deletedAt }) => completedAt ?? deletedAt)
  const timeZone = hasMoment ? await findTimeZone(caller) : undefined
  return tasks.map((task) => showTask(task, timeZone))
}

/** The person's time zone; undefined for tokens that may not read the account. */
export async function findTimeZone({ scopes, ask }: Caller): Promise<string | undefined> {
  if (!scopes.has('account:read')) return undefined
  type Data = { me: { timeZone: string } | null }
  return (await ask<Data>('query TimeZone { me { timeZone } }')).me?.timeZone
}
