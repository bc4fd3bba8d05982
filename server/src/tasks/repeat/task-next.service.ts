import type { UserDatabase } from '../../db/user-database.ts'
import type { Task } from '../task.queries.ts'
import { listDescendants } from '../write/task-tree.queries.ts'
import { endRepeats } from '../write/task-write.queries.ts'
import { findNextTasks } from './task-repeat.queries.ts'

/**
 * The next occurrences that these tasks have already, outside the trash. Those in the trash, and what was
 * deleted with them, are replaced by new ones: if they are restored, they are tasks that don't repeat,
 * because a series continues in only one task.
 */
export async function detachTrashed(
  db: UserDatabase,
  tasks: readonly Task[],
): Promise<{ living: Task[] }> {
  if (tasks.length === 0) return { living: [] }
  const next = await findNextTasks(
    db,
    tasks.map((task) => task.id),
  )
  const trashed = next.filter((task) => task.deletedAt !== null).map((task) => task.id)
  if (trashed.length > 0) {
    const below = await listDescendants(db, trashed)
    await endRepeats(db, [...trashed, ...below.map((task) => task.id)])
  }
  return { living: next.filter((task) => task.deletedAt === null) }
}
