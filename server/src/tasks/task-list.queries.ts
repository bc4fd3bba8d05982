import { type KeysetOrdering, readKeysetPage } from '../db/keyset.ts'
import type { CursorValues, Page, PageRequest } from '../db/page.ts'
import type { UserDatabase } from '../db/user-database.ts'
import { type Condition, listPresentColumns } from './condition.ts'
import { type Task, taskColumns } from './task.queries.ts'
import { whereTask } from './task-filter.queries.ts'

/** A page of the tasks that a condition lets through, in any order. */
export function listTasks(
  db: UserDatabase,
  request: PageRequest<CursorValues>,
  ordering: KeysetOrdering,
  condition: Condition,
): Promise<Page<Task>> {
  const query = db
    .selectFrom('task')
    .select(taskColumns)
    .where((eb) => whereTask(eb, condition))
  return readKeysetPage<Task>(query, ordering, request, {
    present: listPresentColumns(condition),
  })
}

/** How many tasks a condition lets through. */
export async function countTasks(db: UserDatabase, condition: Condition): Promise<number> {
  const { count } = await db
    .selectFrom('task')
    .where((eb) => whereTask(eb, condition))
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
