import { randomUUIDv7 } from 'node:crypto'
import type { UserDatabase } from '../../db/user-database.ts'
import { describeExcess } from '../../domain/excess.ts'
import { copyReminders } from '../../domain/reminders/change-reminders.ts'
import { limitExceeded, requireWithin } from '../../errors.ts'
import { openParents } from '../repeat/task-reopen.service.ts'
import { findTasks, type Task } from '../task.queries.ts'
import { type Batch, listIds, loadTargets, refuse, settle } from './task-batch.ts'
import { pickContent } from './task-content.ts'
import { insertCopies } from './task-copy.service.ts'
import { makePositionsBehind } from './task-position.service.ts'
import { listCrowded } from './task-room.ts'
import { type Descendant, listDescendants } from './task-tree.queries.ts'
import type { NewTask } from './task-write.queries.ts'

export type Duplication = {
  tasks: Task[]
  /** The copies of the named tasks, without those of their subtasks, in the order they were named. */
  copies: Task[]
  changedCount: number
}

/**
 * Copies tasks, each to the place directly after it, with its tags, reminders and subtasks. All copies are
 * open. Of a repeating subtask only the latest occurrence is copied. One that is under another of the named
 * tasks is copied with that one alone.
 *
 * @throws AppError `NOT_FOUND`, `CONFLICT` (in the trash), `LIMIT_EXCEEDED` (the parent has no room for one
 *   more; too many copies)
 */
export async function duplicateTasks(db: UserDatabase, batch: Batch): Promise<Duplication> {
  const [tasks, descendants] = await Promise.all([
    loadTargets(db, batch),
    listDescendants(db, listIds(batch)),
  ])
  const below = listCurrent(descendants)
  const nested = new Set(below.map(({ id }) => id))
  const named = batch.targets.flatMap(({ id }) => tasks.get(id) ?? [])
  const crowded = await listCrowded(
    db,
    named.filter(({ id }) => !nested.has(id)),
  )
  for (const target of batch.targets)
    if (crowded.has(target.id))
      refuse(batch, target, limitExceeded(describeExcess('subtasks'), target.path))
  const ids = settle(batch).map(({ id }) => id)
  const tops = ids.filter((id) => !nested.has(id)).flatMap((id) => tasks.get(id) ?? [])
  if (tops.length === 0) return { tasks: [], copies: [], changedCount: 0 }
  const copies = await planCopies(db, tops, below)
  requireWithin('copiedTasks', copies.size, ['input'])
  const made = new Map((await insertCopies(db, copies)).map((task) => [task.id, task]))
  await openParents(
    db,
    tops.flatMap(({ parentId }) => parentId ?? []),
  )
  return {
    // Making room for the copies may have changed their positions.
    tasks: await findTasks(db, ids),
    copies: tops.flatMap(({ id }) => made.get(copies.get(id)?.id ?? '') ?? []),
    changedCount: tops.length,
  }
}

/** Without the trash, and without occurrences that have a later one. Parents come before children. */
function listCurrent(descendants: readonly Descendant[]): Descendant[] {
  const living = descendants.filter(({ deletedAt }) => deletedAt === null)
  const repeated = new Set(living.map(({ repeatsTaskId }) => repeatsTaskId))
  return living.filter(({ id }) => !repeated.has(id))
}

/** The copies by the ids of what they are copies of. */
async function planCopies(
  db: UserDatabase,
  tops: readonly Task[],
  below: readonly Descendant[],
): Promise<Map<string, NewTask>> {
  const positions = await makePositionsBehind(db, tops)
  const topIds = new Set(tops.map(({ id }) => id))
  const copies = new Map<string, NewTask>()
  const add = (task: Task, place: Pick<NewTask, 'parentId' | 'position'>) => {
    const own = { id: randomUUIDv7(), listId: task.listId, repeatsTaskId: null }
    const reminders = copyReminders(task.reminders, new Date().toISOString(), randomUUIDv7)
    copies.set(task.id, { ...pickContent(task), ...place, ...own, reminders })
  }
  for (const task of tops)
    add(task, { parentId: task.parentId, position: positions.get(task.id) ?? '' })
  for (const task of below) {
    const parent = topIds.has(task.rootId) && copies.get(task.parentId ?? '')
    // Its position is free: the copy of its parent has nothing else under it.
    if (parent) add(task, { parentId: parent.id, position: task.position })
  }
  return copies
}
