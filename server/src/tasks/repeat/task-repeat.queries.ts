import { sql } from 'kysely'
import { anyOf } from '../../db/any-of.ts'
import type { UserDatabase } from '../../db/user-database.ts'
import { type Task, taskColumns } from '../task.queries.ts'

/** The next occurrences of these completed tasks, including those in the trash. */
export function findNextTasks(db: UserDatabase, taskIds: readonly string[]): Promise<Task[]> {
  return db
    .selectFrom('task')
    .select(taskColumns)
    .where('task.repeats_task_id', '=', anyOf(taskIds))
    .execute()
}

/** A repeating task skipped an occurrence, or that was undone. */
export type Skip = {
  taskId: string
  /** The day that the rule had given. */
  occurrence: string
  at: string
}

/**
 * The skipped occurrences of these tasks in the log, oldest first. If the whole series was moved, nothing was
 * skipped: it is counted from another day then.
 */
export function listSkips(db: UserDatabase, taskIds: readonly string[]): Promise<Skip[]> {
  const day = (form: 'before' | 'after', name: string) => sql`${sql.ref(form)} ->> ${sql.lit(name)}`
  const isMoved = sql<boolean>`${day('before', 'recurrence_start')} <> ${day('after', 'recurrence_start')}
    and ${day('after', 'recurrence_basis')} = 'SCHEDULE'`
  return db
    .selectFrom('change')
    .select([
      'entity_id as taskId',
      sql<string>`${day('before', 'recurrence_on')}`.as('occurrence'),
      'at',
    ])
    .where('entity_id', '=', anyOf(taskIds))
    .where('entity', '=', 'task')
    .where('operation', '=', 'update')
    .where(sql<boolean>`${day('before', 'recurrence_on')} <> ${day('after', 'recurrence_on')}`)
    .where(({ not }) => not(isMoved))
    .orderBy('seq')
    .execute()
}
