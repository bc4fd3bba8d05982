import { anyOf } from '../db/any-of.ts'
import type { UserDatabase } from '../db/user-database.ts'

// What undo reads after it has written, to check the result against the tree's rules and all limits.

/** The columns of a task that the tree's rules need. */
export type TreeRow = {
  id: string
  parentId: string | null
  listId: string
  isTrashed: boolean
  isCompleted: boolean
  isListTrashed: boolean
}

/** These tasks, their subtasks, and the tasks of these lists; each once. */
export function listTreeRows(
  db: UserDatabase,
  { tasks = [], parents = [], lists = [] }: Partial<Record<TreeRowsBy, readonly string[]>>,
): Promise<TreeRow[]> {
  return db
    .selectFrom('task')
    .innerJoin('list', 'list.id', 'task.list_id')
    .select((eb) => [
      'task.id',
      'task.parent_id as parentId',
      'task.list_id as listId',
      eb('task.deleted_at', 'is not', null).$castTo<boolean>().as('isTrashed'),
      eb('task.completed_at', 'is not', null).$castTo<boolean>().as('isCompleted'),
      eb('list.deleted_at', 'is not', null).$castTo<boolean>().as('isListTrashed'),
    ])
    .where((eb) =>
      eb.or([
        eb('task.id', '=', anyOf(tasks)),
        eb('task.parent_id', '=', anyOf(parents)),
        eb('task.list_id', '=', anyOf(lists)),
      ]),
    )
    .execute()
}

type TreeRowsBy = 'tasks' | 'parents' | 'lists'

/** How many of them there are, including those in the trash. */
export async function countRows(
  db: UserDatabase,
  table: 'list' | 'tag' | 'saved_view',
): Promise<number> {
  const { count } = await db
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** How many tags each of these tasks has. */
export function countTagsOfTasks(
  db: UserDatabase,
  taskIds: readonly string[],
): Promise<{ taskId: string; count: number }[]> {
  return db
    .selectFrom('task_tag')
    .select((eb) => ['task_id as taskId', eb.fn.countAll<number>().as('count')])
    .where('task_id', '=', anyOf(taskIds))
    .groupBy('task_id')
    .execute()
}
