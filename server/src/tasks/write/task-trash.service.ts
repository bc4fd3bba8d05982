import type { UserDatabase } from '../../db/user-database.ts'
import { findLists } from '../../lists/list.queries.ts'
import { openParents } from '../repeat/task-reopen.service.ts'
import { findTasks, type Task } from '../task.queries.ts'
import type { SiblingGroup } from './sibling-group.queries.ts'
import { type Batch, batchOf, loadTargets, settle } from './task-batch.ts'
import { getTaskDefaults } from './task-defaults.queries.ts'
import { makePositions, siblingGroupKey } from './task-position.service.ts'
import { listCrowded } from './task-room.ts'
import { type Descendant, listDescendants } from './task-tree.queries.ts'
import { applyMoves, trashTasks, untrashTasks } from './task-write.queries.ts'

export type Trashing = {
  tasks: Task[]
  /** How many of the named tasks were moved to the trash or out of it. */
  changedCount: number
}

/**
 * Moves tasks to the trash with all their subtasks; they may be there already. A subtask that was
 * there before stays separate, and restoring the task doesn't restore it.
 *
 * @throws AppError `NOT_FOUND`
 */
export async function deleteTasks(db: UserDatabase, batch: Batch): Promise<Trashing> {
  const tasks = await loadTargets(db, batch, 'accepted')
  const ids = settle(batch).map((target) => target.id)
  const living = ids.filter((id) => tasks.get(id)?.deletedAt === null)
  if (living.length > 0) {
    const below = (await listDescendants(db, living)).filter((task) => task.deletedAt === null)
    const nested = new Set(below.map((task) => task.id))
    const tops = new Set(living.filter((id) => !nested.has(id)))
    const along = below.filter((task) => tops.has(task.rootId))
    await trashTasks(db, [
      ...[...tops].map((id) => ({ id, trashedWith: null })),
      ...along.map((task) => ({ id: task.id, trashedWith: task.rootId })),
    ])
  }
  return { tasks: await findTasks(db, ids), changedCount: living.length }
}

/**
 * Restores tasks from the trash, if they are there, each with the subtasks that were deleted with
 * it. A task whose parent stays in the trash, or has no room for it, goes to the end of its list's
 * top level; a task whose list is in the trash goes to the end of the inbox.
 *
 * @throws AppError `NOT_FOUND`
 */
export async function restoreTasks(db: UserDatabase, batch: Batch): Promise<Trashing> {
  const tasks = await loadTargets(db, batch, 'accepted')
  const ids = settle(batch).map((target) => target.id)
  const trashed = ids.flatMap((id) => tasks.get(id) ?? []).filter((task) => task.deletedAt !== null)
  if (trashed.length > 0) {
    const trashedIds = trashed.map((task) => task.id)
    const along = (await listDescendants(db, trashedIds)).filter((task) =>
      wentAlong(task, tasks.get(task.rootId)),
    )
    const restored = new Set([...trashedIds, ...along.map((task) => task.id)])
    const orphans = await moveOrphans(db, trashed, restored)
    await untrashTasks(db, [...restored])
    const back = trashed.filter((task) => task.completedAt === null && !orphans.has(task))
    await openParents(
      db,
      back.flatMap((task) => task.parentId ?? []),
    )
  }
  return { tasks: await findTasks(db, ids), changedCount: trashed.length }
}

/** As `restoreTasks`, for tasks that are known to be in the trash. */
export async function restoreKnownTasks(db: UserDatabase, ids: readonly string[]): Promise<void> {
  await restoreTasks(db, batchOf(ids.map((id) => ({ id, path: [] }))))
}

function wentAlong(task: Descendant, root: Task | undefined): boolean {
  if (!root || task.deletedAt === null || task.trashedWith === null) return false
  return task.trashedWith === root.id || task.trashedWith === root.trashedWith
}

/** Moves tasks whose list or parent is still in the trash, and returns them. */
async function moveOrphans(
  db: UserDatabase,
  trashed: readonly Task[],
  restored: ReadonlySet<string>,
): Promise<Set<Task>> {
  const parentIds = trashed.flatMap((task) => task.parentId ?? [])
  const parents = parentIds.length > 0 ? await findTasks(db, parentIds) : []
  const lists = await findLists(db, [...new Set(trashed.map((task) => task.listId))])
  const goneParents = new Set(
    parents.filter((task) => task.deletedAt !== null && !restored.has(task.id)).map(({ id }) => id),
  )
  const goneLists = new Set(lists.filter((list) => list.deletedAt !== null).map(({ id }) => id))
  const living = new Set(parents.filter((task) => task.deletedAt === null).map(({ id }) => id))
  // A task that is restored with its parent counted there before.
  const crowded = await listCrowded(
    db,
    trashed.filter(({ parentId }) => parentId !== null && living.has(parentId)),
  )
  const lostParent = (task: Task) =>
    task.parentId !== null && (goneParents.has(task.parentId) || crowded.has(task.id))
  const lostList = (task: Task) => goneLists.has(task.listId)
  const isOrphan = (task: Task) =>
    lostParent(task) || (lostList(task) && (task.parentId === null || !restored.has(task.parentId)))
  const orphans = trashed.filter(isOrphan)
  if (orphans.length === 0) return new Set()
  const { inboxId } = await getTaskDefaults(db)
  await putAtEnd(
    db,
    orphans.map((task) => ({
      task,
      siblingGroup: { listId: lostList(task) ? inboxId : task.listId, parentId: null },
    })),
  )
  return new Set(orphans)
}

async function putAtEnd(
  db: UserDatabase,
  moves: readonly { task: Task; siblingGroup: SiblingGroup }[],
): Promise<void> {
  const groups = [
    ...Map.groupBy(moves, ({ siblingGroup }) => siblingGroupKey(siblingGroup)).values(),
  ]
  const wanted = groups.flatMap(([first, ...rest]) =>
    first ? [{ siblingGroup: first.siblingGroup, count: rest.length + 1 }] : [],
  )
  const movedIds = moves.map(({ task }) => task.id)
  const positions = await makePositions(db, wanted, { side: 'end' }, movedIds)
  const rows = groups.flatMap((group, index) =>
    group.map(({ task, siblingGroup }, nth) => ({
      ...{ id: task.id, listId: siblingGroup.listId, parentId: siblingGroup.parentId },
      position: positions[index]?.[nth] ?? '',
    })),
  )
  await applyMoves(db, rows)
}
