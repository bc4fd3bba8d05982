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
  /** The next occurrences that are gone again, as nobody had touched them. */
  takenBackTaskIds: string[]
  /** The next occurrences that stay, as they have been changed since. */
  keptNextTasks: Task[]
}

/**
 * Opens completed tasks again, and the completed ones they are under: a completed task has no open
 * subtask. The next occurrence of a repeating one is taken back if it is as it was made.
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

/** Opens what is completed of these tasks, under which there is an open one now, and above them. */
export async function openParents(db: UserDatabase, parentIds: readonly string[]): Promise<void> {
  if (parentIds.length === 0) return
  const parents = await findTasks(db, [...new Set(parentIds)])
  await openTasks(
    db,
    parents.filter((task) => task.completedAt !== null),
  )
}

// Above an open task all are open, so a line of completed ones ends at the first that isn't.
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
