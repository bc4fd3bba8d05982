import { randomUUIDv7 } from 'node:crypto'
import type { UserDatabase } from '../db/user-database.ts'
import { dayAt } from '../domain/day.ts'
import { datesAfterCompletion, datesAfterSkip, shiftDates } from '../domain/task-occurrence.ts'
import { conflict } from '../errors.ts'
import { findTasks, type Task } from './task.queries.ts'
import { type Batch, loadTargets, settle } from './task-batch.ts'
import { isSameContent, pickContent } from './task-content.ts'
import { getHome } from './task-home.queries.ts'
import { makePositionsBehind } from './task-position.service.ts'
import { findTaggings, insertTaggings } from './task-tagging.queries.ts'
import { type Descendant, listDescendants } from './task-tree.queries.ts'
import {
  insertTasks,
  type NewTask,
  setTasksCompleted,
  updateContents,
} from './task-write.queries.ts'

/**
 * Makes the next occurrences of completed tasks, each right behind the completed one, with its tags
 * and its subtasks open again; `below` are the subtasks outside the trash. Where a rule has ended,
 * nothing is made.
 */
export async function makeNextTasks(
  db: UserDatabase,
  completed: readonly Task[],
  below: readonly Descendant[],
): Promise<Task[]> {
  if (completed.length === 0) return []
  const today = await getToday(db)
  const going = completed.flatMap((task) => {
    const next = datesAfterCompletion(task, today)
    return next ? [{ task, next }] : []
  })
  if (going.length === 0) return []
  const positions = await makePositionsBehind(
    db,
    going.map(({ task }) => task),
  )
  const copies = new Map<string, NewTask>()
  for (const { task, next } of going) {
    const position = positions.get(task.id) ?? ''
    const { listId, parentId } = task
    const repeatsTaskId = task.id
    const id = randomUUIDv7()
    copies.set(task.id, {
      ...pickContent(task),
      ...next.dates,
      ...{ id, listId, parentId, position, repeatsTaskId },
    })
    for (const [source, copy] of copySubtasks(task.id, id, below, next.days))
      copies.set(source, copy)
  }
  const made = await insertTasks(db, [...copies.values()])
  const taggings = await findTaggings(db, [...copies.keys()])
  const copied = taggings.map(({ taskId, tagId }) => ({
    taskId: copies.get(taskId)?.id ?? taskId,
    tagId,
  }))
  if (copied.length > 0) await insertTaggings(db, copied)
  return made.filter((task) => task.repeatsTaskId !== null)
}

/**
 * Lets a repeating task pass to its next occurrence without having been done, its subtasks open
 * again.
 *
 * @throws AppError `NOT_FOUND`, `CONFLICT` (in the trash, completed, not repeating, the last one)
 */
export async function skipOccurrence(db: UserDatabase, batch: Batch): Promise<{ tasks: Task[] }> {
  const tasks = await loadTargets(db, batch)
  const [target] = settle(batch)
  const task = target && tasks.get(target.id)
  if (!task) return { tasks: [] }
  if (task.recurrenceRule === null)
    throw conflict('The task doesn’t repeat, so it has no occurrence to skip.', target.path)
  if (task.completedAt !== null)
    throw conflict('The task is completed. Skip an occurrence of the open one.', target.path)
  const next = datesAfterSkip(task, await getToday(db))
  if (!next)
    throw conflict('This is the last occurrence. Complete the task or delete it.', target.path)
  const below = (await listDescendants(db, [task.id])).filter((each) => each.deletedAt === null)
  const moved = below
    .map((each) => ({ each, content: { ...pickContent(each), ...shiftDates(each, next.days) } }))
    .filter(({ each, content }) => !isSameContent(each, content))
    .map(({ each, content }) => ({ ...content, id: each.id }))
  await updateContents(db, [{ ...pickContent(task), ...next.dates, id: task.id }, ...moved])
  const repeated = new Set(below.map((each) => each.repeatsTaskId))
  const completed = below
    .filter((each) => each.completedAt !== null && !repeated.has(each.id))
    .map((each) => each.id)
  if (completed.length > 0) await setTasksCompleted(db, completed, false)
  return { tasks: await findTasks(db, [task.id]) }
}

async function getToday(db: UserDatabase): Promise<string> {
  const { timeZone } = await getHome(db)
  return dayAt(Temporal.Now.instant(), timeZone)
}

/** Of a subtask that repeats itself, the one that is current; those done before it stay behind. */
function copySubtasks(
  rootId: string,
  copyId: string,
  below: readonly Descendant[],
  days: number,
): Map<string, NewTask> {
  const mine = below.filter((task) => task.rootId === rootId)
  const repeated = new Set(mine.map((task) => task.repeatsTaskId))
  const ids = new Map([[rootId, copyId]])
  const copies = new Map<string, NewTask>()
  for (const task of mine) {
    const parentId = ids.get(task.parentId ?? '')
    if (parentId === undefined || repeated.has(task.id)) continue
    const id = randomUUIDv7()
    ids.set(task.id, id)
    copies.set(task.id, {
      ...pickContent(task),
      ...shiftDates(task, days),
      ...{ id, listId: task.listId, parentId, position: task.position, repeatsTaskId: null },
    })
  }
  return copies
}
