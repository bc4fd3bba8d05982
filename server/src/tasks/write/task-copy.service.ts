import type { UserDatabase } from '../../db/user-database.ts'
import { findTaggings, insertTaggings } from '../../tags/task-tag.queries.ts'
import type { Task } from '../task.queries.ts'
import { insertTasks, type NewTask } from './task-write.queries.ts'

/** Adds copies of tasks, by the id of the task that each is a copy of, with that task's tags. In no order. */
export async function insertCopies(
  db: UserDatabase,
  copies: ReadonlyMap<string, NewTask>,
): Promise<Task[]> {
  const made = await insertTasks(db, [...copies.values()])
  const taggings = await findTaggings(db, [...copies.keys()])
  const copied = taggings.map(({ taskId, tagId }) => ({
    taskId: copies.get(taskId)?.id ?? taskId,
    tagId,
  }))
  if (copied.length > 0) await insertTaggings(db, copied)
  return made
}
