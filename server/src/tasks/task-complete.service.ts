import type { UserDatabase } from '../db/user-database.ts'
import { findTasks, type Task } from './task.queries.ts'
import { type Batch, loadTargets, settle } from './task-batch.ts'
import { findNextTasks } from './task-repeat.queries.ts'
import { makeNextTasks } from './task-repeat.service.ts'
import { type Descendant, listDescendants } from './task-tree.queries.ts'
import { setTasksCompleted, unlinkRepeats } from './task-write.queries.ts'

export interface Completion {
  tasks: Task[]
  /** How many of the named tasks were open before. */
  changedCount: number
  /** The next occurrences of the repeating ones. */
  nextTasks: Task[]
}

/**
 * Completes tasks with all their open subtasks. A repeating one gets its next occurrence, unless it
 * has it already or is completed along with a task it is under.
 *
 * @throws AppError `NOT_FOUND`, `CONFLICT` (in the trash)
 */
export async function completeTasks(db: UserDatabase, batch: Batch): Promise<Completion> {
  const tasks = await loadTargets(db, batch)
  const ids = settle(batch).map((target) => target.id)
  const open = ids.flatMap((id) => tasks.get(id) ?? []).filter((task) => task.completedAt === null)
  const openIds = open.map((task) => task.id)
  const below = open.length > 0 ? await listDescendants(db, openIds) : []
  const living = below.filter((task) => task.deletedAt === null)
  const along = living.filter((task) => task.completedAt === null).map((task) => task.id)
  const completed = [...new Set([...openIds, ...along])]
  const changed = completed.length > 0 ? await setTasksCompleted(db, completed, true) : []
  for (const task of changed) tasks.set(task.id, task)
  const taken = new Set(along)
  const repeating = open.filter((task) => task.recurrenceRule !== null && !taken.has(task.id))
  const made = await repeat(db, repeating, living)
  const earlier = ids.filter(
    (id) =>
      tasks.get(id)?.recurrenceRule != null && !made.some((task) => task.repeatsTaskId === id),
  )
  const kept = earlier.length > 0 ? await findNextTasks(db, earlier) : []
  const nextTasks = [...made, ...kept.filter((task) => task.deletedAt === null)]
  // Making room for the next occurrence may have moved them.
  const found =
    nextTasks.length > 0 ? await findTasks(db, ids) : ids.flatMap((id) => tasks.get(id) ?? [])
  return { tasks: found, changedCount: open.length, nextTasks }
}

/** One that was reopened may have kept its next occurrence. One in the trash is given up for a new one. */
async function repeat(
  db: UserDatabase,
  repeating: readonly Task[],
  below: readonly Descendant[],
): Promise<Task[]> {
  if (repeating.length === 0) return []
  const earlier = await findNextTasks(
    db,
    repeating.map((task) => task.id),
  )
  const trashed = earlier.filter((task) => task.deletedAt !== null)
  const sources = (next: readonly Task[]) => next.flatMap((task) => task.repeatsTaskId ?? [])
  if (trashed.length > 0) await unlinkRepeats(db, sources(trashed))
  const repeated = new Set(sources(earlier.filter((task) => task.deletedAt === null)))
  return makeNextTasks(
    db,
    repeating.filter((task) => !repeated.has(task.id)),
    below,
  )
}
