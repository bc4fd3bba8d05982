import type { UserDatabase } from '../../db/user-database.ts'
import { bulkSize } from '../../domain/early-limits.ts'
import { isUuid } from '../../domain/ids.ts'
import { conflict, notFound } from '../../errors.ts'
import { findList } from '../../lists/list.queries.ts'
import { type Batch, loadTargets, refuse, settle } from '../write/task-batch.ts'
import { deleteTaskRows } from '../write/task-write.queries.ts'
import {
  countTrash,
  deleteListsInTrash,
  deleteTasksInTrash,
  markForGood,
  type TrashPart,
} from './trash.queries.ts'

/** How much of the trash one call deletes, so that each is a short transaction. */
export const trashPieceSize = bulkSize.max

export type Emptying = {
  deletedTaskCount: number
  deletedListCount: number
  /** What is left of the part that is meant: zero when all is done. */
  remainingCount: number
}

/**
 * Deletes tasks in the trash for good, with everything under them. Nothing brings them back.
 *
 * @returns the ids of the named ones that are gone
 * @throws AppError `NOT_FOUND`, `CONFLICT` (not in the trash)
 */
export async function deleteTasksForGood(db: UserDatabase, batch: Batch): Promise<string[]> {
  const tasks = await loadTargets(db, batch, 'accepted')
  for (const target of batch.targets)
    if (tasks.get(target.id)?.deletedAt === null)
      refuse(
        batch,
        target,
        conflict(
          'NOT_IN_TRASH',
          'The task isn’t in the trash, and only what is there can be deleted for good. Move it to the trash first.',
          target.path,
        ),
      )
  const ids = settle(batch).map(({ id }) => id)
  if (ids.length > 0) {
    await markForGood(db)
    await deleteTaskRows(db, ids)
  }
  return ids
}

/**
 * Deletes a piece of the trash for good, tasks first, then the lists in it, those that have been there longest
 * first. What is in the trash because a list is, counts too.
 *
 * @param until only what was put there until then
 */
export async function emptyTrash(db: UserDatabase, until?: string): Promise<Emptying> {
  return deletePiece(db, { until })
}

/**
 * Deletes a list in the trash for good, or if it has more tasks than fit in one piece, so many of them.
 *
 * @throws AppError `NOT_FOUND`, `CONFLICT` (not in the trash)
 */
export async function deleteListForGood(db: UserDatabase, id: string): Promise<Emptying> {
  const list = isUuid(id) ? await findList(db, id) : undefined
  if (!list) throw notFound('list')
  if (list.deletedAt === null)
    throw conflict(
      'NOT_IN_TRASH',
      'The list isn’t in the trash, and only what is there can be deleted for good. Move it to the trash first.',
    )
  return deletePiece(db, { listId: list.id })
}

async function deletePiece(db: UserDatabase, part: TrashPart): Promise<Emptying> {
  await markForGood(db)
  let deletedTaskCount = 0
  let room: number = trashPieceSize
  // Each round deletes what has nothing under it, so a task goes in the round after its subtasks.
  for (let count = room; count > 0 && room > 0; room -= count) {
    count = await deleteTasksInTrash(db, part, room)
    deletedTaskCount += count
  }
  const deletedListCount = room > 0 ? await deleteListsInTrash(db, part, room) : 0
  return { deletedTaskCount, deletedListCount, remainingCount: await countTrash(db, part) }
}
