import type { UserDatabase } from '../../db/user-database.ts'
import { findTasks, type Task } from '../task.queries.ts'
import { type Batch, loadTargets, settle } from '../write/task-batch.ts'
import { listAncestors } from '../write/task-tree.queries.ts'
import { setTasksCompleted } from '../write/task-write.queries.ts'
import { findNextTasks } from './task-repeat.queries.ts'
import { takeBackUntouched } from './task-take-back.service.ts'

export type Reopening = {
  tasks: Task[]
  /** How many of the named tasks were completed before. */
  changedCount: number
  /** The next occurrences that were deleted again, because nobody had changed them. */
  takenBackTaskIds: string[]
  /** The next occurrences that stay, because they have been changed since. */
  keptNextTasks: Task[]
}

/**
 * Opens completed tasks again, and the completed ones above them: a completed task has no open subtask. The
 * next occurrence of a repeating task is deleted if it hasn't been changed.
 *
 * @throws AppError `NOT_FOUND`, `CONFLICT` (in the trash)
 */
export async function reopenTasks(db: UserDatabase, batch: Batch): Promise<Reopening> {
  const tasks = await loadTargets(db, batch)
  const ids = settle(batch).map((target) => target.id)
  const completed = ids
    .flatMap((id) => tasks.get(id) ?? [])
    .filter((task) => task.completedAt !== null)
  const taken = await openTasks(db, completed)
  return { ...taken, tasks: await findTasks(db, ids), changedCount: completed.length }
}

/** Opens those of these tasks that are completed, because one under them is open now, and those above. */
export async function openParents(db: UserDatabase, parentIds: readonly string[]): Promise<void> {
  if (parentIds.length === 0) return
  const parents = await findTasks(db, [...new Set(parentIds)])
  await openTasks(
    db,
    parents.filter((task) => task.completedAt !== null),
  )
}

// All tasks above an open one are open, so a line of completed ones ends at the first open one.
async function openTasks(
  db: UserDatabase,
  tasks: readonly Task[],
): Promise<Pick<Reopening, 'takenBackTaskIds' | 'keptNextTasks'>> {
  if (tasks.length === 0) return { takenBackTaskIds: [], keptNextTasks: [] }
  const above = (await listAncestors(db, tasks)).filter((task) => task.completedAt !== null)
  const ids = [...new Set([...tasks, ...above].map((task) => task.id))]
  await setTasksCompleted(db, ids, false)
  const nextTasks = await findNextTasks(db, ids)
  if (nextTasks.length === 0) return { takenBackTaskIds: [], keptNextTasks: [] }
  const untouched = await takeBackUntouched(db, nextTasks)
  return {
    takenBackTaskIds: [...untouched],
    keptNextTasks: nextTasks.filter((task) => !untouched.has(task.id) && task.deletedAt === null),
  }
}
