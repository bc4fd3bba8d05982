import type { UserDatabase } from '../../db/user-database.ts'
import type { Viewpoint } from '../../domain/dates/due-date.ts'
import { datesAfter } from '../../domain/recurrence/task-occurrence.ts'
import { findTasks, type Task } from '../task.queries.ts'
import { type Batch, batchOf, listIds, loadTargets, settle } from '../write/task-batch.ts'
import { getTaskDefaults } from '../write/task-defaults.queries.ts'
import { type Descendant, listDescendants } from '../write/task-tree.queries.ts'
import { setTasksCompleted } from '../write/task-write.queries.ts'
import { detachTrashed } from './task-next.service.ts'
import { idsWithin, planSubtasks } from './task-passing.ts'
import { findNextTasks } from './task-repeat.queries.ts'
import { findSkips, type Going, makeNextTasks } from './task-repeat.service.ts'

export type Completion = {
  tasks: Task[]
  /** How many of the named tasks were open before. */
  changedCount: number
  /** The next occurrences of the repeating tasks. */
  nextTasks: Task[]
}

/**
 * Completes tasks with all their open subtasks. A repeating task gets its next occurrence, unless it has one
 * already or is completed together with a task above it.
 *
 * @throws AppError `NOT_FOUND`, `CONFLICT` (in the trash)
 */
export async function completeTasks(db: UserDatabase, batch: Batch): Promise<Completion> {
  const [tasks, descendants] = await Promise.all([
    loadTargets(db, batch),
    listDescendants(db, listIds(batch)),
  ])
  const ids = settle(batch).map((target) => target.id)
  const open = ids.flatMap((id) => tasks.get(id) ?? []).filter((task) => task.completedAt === null)
  const openIds = new Set(open.map((task) => task.id))
  const below = descendants.filter(({ rootId }) => openIds.has(rootId))
  const living = below.filter((task) => task.deletedAt === null)
  const { going, along } = await planNext(db, open, openIds, living)
  const completed = [...new Set([...openIds, ...along])]
  const changed = completed.length > 0 ? await setTasksCompleted(db, completed, true) : []
  for (const task of changed) tasks.set(task.id, task)
  const made = await makeNextTasks(db, going, living)
  const earlier = ids.filter(
    (id) =>
      tasks.get(id)?.recurrenceRule != null && !made.some((task) => task.repeatsTaskId === id),
  )
  const kept = earlier.length > 0 ? await findNextTasks(db, earlier) : []
  const nextTasks = [...made, ...kept.filter((task) => task.deletedAt === null)]
  // Creating the next occurrence may have changed their positions.
  const found =
    nextTasks.length > 0 ? await findTasks(db, ids) : ids.flatMap((id) => tasks.get(id) ?? [])
  return { tasks: found, changedCount: open.length, nextTasks }
}

/** As `completeTasks`, for one task by its id. */
export async function completeTaskById(db: UserDatabase, id: string): Promise<void> {
  await completeTasks(db, batchOf([{ id, path: [] }]))
}

/**
 * Which of the tasks get a next occurrence, and what is completed with them: all their open subtasks, except
 * those that move to a next occurrence. A task that is completed with another gets no next occurrence itself.
 */
async function planNext(
  db: UserDatabase,
  open: readonly Task[],
  openIds: ReadonlySet<string>,
  below: readonly Descendant[],
): Promise<{ going: Going[]; along: Set<string> }> {
  const going: Going[] = []
  const along = new Set<string>()
  const trees = Map.groupBy(below, (task) => task.rootId)
  const repeating = open.filter((task) => task.recurrenceRule !== null)
  // A reopened task may have kept its next occurrence.
  const { living } = await detachTrashed(db, repeating)
  const repeated = new Set(living.map((task) => task.repeatsTaskId))
  const view = await readView(db, repeating)
  const skips = await findSkips(db, repeating, below)
  // From the top down: a task under a completed one is completed with it.
  for (const task of topDown(open, trees)) {
    if (along.has(task.id)) continue
    const tree = trees.get(task.id) ?? []
    const next = view && !repeated.has(task.id) ? datesAfter(task, 'done', view) : undefined
    const scene = view && { below: tree, meantIds: openIds, skips, view }
    const plan = next && scene && planSubtasks(task.id, next.passage, 'done', scene)
    if (next && plan) going.push({ task, next, plan })
    const staying = idsWithin(plan?.ahead ?? [], tree)
    for (const each of tree)
      if (each.completedAt === null && !staying.has(each.id)) along.add(each.id)
  }
  return { going, along }
}

/** Descendants come after their ancestors. */
function topDown(
  tasks: readonly Task[],
  trees: ReadonlyMap<string, readonly Descendant[]>,
): Task[] {
  const levels = new Map<string, number>()
  for (const { id } of [...trees.values()].flat()) levels.set(id, (levels.get(id) ?? 0) + 1)
  return tasks.toSorted((a, b) => (levels.get(a.id) ?? 0) - (levels.get(b.id) ?? 0))
}

async function readView(
  db: UserDatabase,
  repeating: readonly Task[],
): Promise<Viewpoint | undefined> {
  if (repeating.length === 0) return undefined
  const { timeZone } = await getTaskDefaults(db)
  return { now: Temporal.Now.instant(), timeZone }
}
