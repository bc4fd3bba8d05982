import { sql } from 'kysely'
import type { UserDatabase } from '../db/user-database.ts'
import type { Viewpoint } from '../domain/dates/due-date.ts'
import { isPlanned } from '../domain/filter/planned-ranges.ts'
import { whereTask } from '../tasks/filter/task-filter.queries.ts'

/** A task as a summary names it. */
export type SummaryTask = { title: string; dueOn: string | null; dueTime: string | null }

export type DueTasks = { count: number; first: SummaryTask[] }

/** How many open tasks are planned so, outside of the archive, and the first of them. */
export async function findPlannedTasks(
  db: UserDatabase,
  state: 'overdue' | 'today',
  viewpoint: Viewpoint,
  most: number,
): Promise<DueTasks> {
  const rows = await db
    .selectFrom('task')
    .innerJoin('list', 'list.id', 'task.list_id')
    .select(['task.title', 'task.due_on as dueOn', 'task.due_time as dueTime'])
    .select(sql<number>`count(*) over ()`.as('count'))
    .where((eb) => whereTask(eb, isPlanned([state], viewpoint)))
    .where('task.completed_at', 'is', null)
    .where('task.deleted_at', 'is', null)
    .where('list.archived_at', 'is', null)
    .where('list.deleted_at', 'is', null)
    .orderBy('task.due_on')
    .orderBy('task.due_time')
    .orderBy('task.id')
    .limit(most)
    .execute()
  const first = rows.map(({ title, dueOn, dueTime }) => ({ title, dueOn, dueTime }))
  return { count: rows[0]?.count ?? 0, first }
}
