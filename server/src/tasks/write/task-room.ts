import type { UserDatabase } from '../../db/user-database.ts'
import { findExcess } from '../../domain/excess.ts'
import type { Task } from '../task.queries.ts'
import { countSubtasks } from './task-tree.queries.ts'

/** The ids of the tasks that would be one too many under their parent, if all of these came under theirs. */
export async function listCrowded(
  db: UserDatabase,
  coming: readonly Pick<Task, 'id' | 'parentId'>[],
): Promise<Set<string>> {
  const parentIds = new Set(coming.flatMap(({ parentId }) => parentId ?? []))
  if (parentIds.size === 0) return new Set()
  const found = await countSubtasks(db, [...parentIds])
  const counts = new Map(found.map(({ parentId, total }) => [parentId, total]))
  const crowded = new Set<string>()
  for (const { id, parentId } of coming) {
    if (parentId === null) continue
    const count = (counts.get(parentId) ?? 0) + 1
    if (findExcess('subtasks', count)) crowded.add(id)
    else counts.set(parentId, count)
  }
  return crowded
}
