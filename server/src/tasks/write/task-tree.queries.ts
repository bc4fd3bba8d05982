import { sql } from 'kysely'
import { anyOf } from '../../db/any-of.ts'
import type { UserDatabase } from '../../db/user-database.ts'
import { findTasks, type Task, taskColumns } from '../task.queries.ts'

export interface Descendant extends Task {
  /** The one of the given tasks that it is under, at any level. */
  rootId: string
  /** 1 for a task's own subtasks. */
  level: number
}

export interface Ancestor extends Task {
  /** The one of the given tasks that it is above. */
  taskId: string
  /** 1 for a task's own parent. */
  level: number
}

/**
 * All subtasks of these tasks at every level, including those in the trash, parents before children and
 * siblings in order. A task under two of them comes twice.
 *
 * One statement for each level: for a recursive one Postgres expects so many rows that it reads all of the
 * person's tasks to find a handful.
 */
export async function listDescendants(
  db: UserDatabase,
  taskIds: readonly string[],
): Promise<Descendant[]> {
  const descendants: Descendant[] = []
  let roots = new Map(taskIds.map((id) => [id, [id]]))
  for (let level = 1; roots.size > 0; level += 1) {
    const children = await listChildren(db, [...roots.keys()])
    const next = new Map<string, string[]>()
    for (const child of children) {
      const rootIds = roots.get(child.parentId ?? '') ?? []
      descendants.push(...rootIds.map((rootId) => ({ ...child, rootId, level })))
      next.set(child.id, rootIds)
    }
    roots = next
  }
  return descendants
}

/** All tasks above these at any level, nearest first. */
export async function listAncestors(
  db: UserDatabase,
  tasks: readonly Pick<Task, 'id' | 'parentId'>[],
): Promise<Ancestor[]> {
  const ancestors: Ancestor[] = []
  let above = tasks
  let below = new Map(tasks.map((task) => [task.id, [task.id]]))
  for (let level = 1; above.length > 0; level += 1) {
    const next = new Map<string, string[]>()
    for (const { id, parentId } of above)
      if (parentId !== null)
        next.set(parentId, [...(next.get(parentId) ?? []), ...(below.get(id) ?? [])])
    const parents = next.size > 0 ? await findTasks(db, [...next.keys()]) : []
    for (const parent of parents)
      for (const taskId of next.get(parent.id) ?? []) ancestors.push({ ...parent, taskId, level })
    above = parents
    below = next
  }
  return ancestors
}

function listChildren(db: UserDatabase, parentIds: readonly string[]): Promise<Task[]> {
  return db
    .selectFrom('task')
    .select(taskColumns)
    .where('task.parent_id', '=', anyOf(parentIds))
    .orderBy('task.position')
    .execute()
}

/**
 * The subtasks of these tasks in their order: those outside the trash, and for a task that is in the
 * trash itself those that went there with it.
 *
 * @param limit how many are read at most, of all of them together
 */
export function listSubtasks(
  db: UserDatabase,
  parentIds: readonly string[],
  limit: number,
): Promise<Task[]> {
  return db
    .selectFrom('task')
    .innerJoin('task as parent', 'parent.id', 'task.parent_id')
    .select(taskColumns)
    .where('task.parent_id', '=', anyOf(parentIds))
    .where(({ or, and, eb, ref, fn }) =>
      or([
        eb('task.deleted_at', 'is', null),
        and([
          eb('parent.deleted_at', 'is not', null),
          eb('task.trashed_with', '=', fn.coalesce(ref('parent.trashed_with'), ref('parent.id'))),
        ]),
      ]),
    )
    .orderBy('task.position')
    .limit(limit)
    .execute()
}

export type SubtaskCount = {
  parentId: string
  total: number
  completed: number
}

/** How many subtasks outside the trash each of these tasks has directly under it; none: left out. */
export function countSubtasks(
  db: UserDatabase,
  parentIds: readonly string[],
): Promise<SubtaskCount[]> {
  return db
    .selectFrom('task')
    .select((eb) => [
      sql<string>`task.parent_id`.as('parentId'),
      eb.fn.countAll<number>().as('total'),
      eb.fn.count<number>('task.completed_at').as('completed'),
    ])
    .where('task.parent_id', '=', anyOf(parentIds))
    .where('task.deleted_at', 'is', null)
    .groupBy('task.parent_id')
    .execute()
}
