import { sql } from 'kysely'
import type { UserDatabase } from '../db/user-database.ts'
import type { TaskDates } from '../domain/dates/task-dates.ts'

export const taskColumns = [
  'task.id',
  'task.title',
  'task.description',
  'task.list_id as listId',
  'task.parent_id as parentId',
  'task.position',
  'task.priority',
  'task.start_on as startOn',
  'task.due_on as dueOn',
  'task.due_time as dueTime',
  'task.due_time_zone as dueTimeZone',
  'task.due_at as dueAt',
  'task.recurrence_rule as recurrenceRule',
  'task.recurrence_basis as recurrenceBasis',
  'task.recurrence_start as recurrenceStart',
  'task.recurrence_on as recurrenceOn',
  'task.repeats_task_id as repeatsTaskId',
  'task.trashed_with as trashedWith',
  'task.completed_at as completedAt',
  'task.created_at as createdAt',
  'task.updated_at as updatedAt',
  'task.deleted_at as deletedAt',
] as const

/** What a person writes of a task. */
export interface TaskContent extends TaskDates {
  title: string
  description: string | null
  /** 0 none, 1 low, 2 medium, 3 high, 4 urgent. */
  priority: number
}

export interface Task extends TaskContent {
  id: string
  listId: string
  parentId: string | null
  position: string
  /** The completed task whose next occurrence this one is. */
  repeatsTaskId: string | null
  /** The list or task whose deletion took this one along. */
  trashedWith: string | null
  completedAt: string | null
  createdAt: string
  updatedAt: string
  deletedAt: string | null
}

/** The tasks with these ids, those in the trash too, in no order. */
export function findTasks(db: UserDatabase, ids: readonly string[]): Promise<Task[]> {
  return db.selectFrom('task').select(taskColumns).where('task.id', '=', anyOf(ids)).execute()
}

export async function findTask(db: UserDatabase, id: string): Promise<Task | undefined> {
  const [task] = await findTasks(db, [id])
  return task
}

/** One of these UUIDs, as one parameter: the statement's text is the same for any number. */
export function anyOf(ids: readonly string[]) {
  return sql<string>`any(${[...ids]}::uuid[])`
}
