import type { UserDatabase } from '../db/user-database.ts'
import { anyOf, type Task, taskColumns } from './task.queries.ts'

/** The next occurrences that completing these tasks has made, those in the trash too. */
export function findNextTasks(db: UserDatabase, taskIds: readonly string[]): Promise<Task[]> {
  return db
    .selectFrom('task')
    .select(taskColumns)
    .where('task.repeats_task_id', '=', anyOf(taskIds))
    .execute()
}
