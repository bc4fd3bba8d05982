import type { UserDatabase } from '../../db/user-database.ts'
import { findTasks, type Task } from '../task.queries.ts'
import { passContent } from '../write/task-content.ts'
import { findRowsBefore, type RowBefore } from '../write/task-creation.queries.ts'
import { makePositions, siblingGroupKey } from '../write/task-position.service.ts'
import { type Descendant, listDescendants } from '../write/task-tree.queries.ts'
import {
  applyMoves,
  deleteTaskRows,
  type TaskMove,
  updateContents,
} from '../write/task-write.queries.ts'

/**
 * Deletes those next occurrences that haven't been changed since they were created, nor anything
 * under them, and moves the tasks that went along to them back to where they came from.
 *
 * @returns their ids
 */
export async function takeBackUntouched(
  db: UserDatabase,
  nextTasks: readonly Task[],
): Promise<Set<string>> {
  const trees = Map.groupBy(await listDescendants(db, idsOf(nextTasks)), (task) => task.rootId)
  const untouched = new Set<string>()
  const back = new Map<string, { task: Task; before: RowBefore }>()
  for (const next of nextTasks) {
    const below = trees.get(next.id) ?? []
    const came = below.filter((task) => task.createdAt !== next.createdAt)
    const before = await findRowsBefore(db, next.id, idsOf(came))
    if (!isUntouched(next, below) || !(await canReturn(db, came, before))) continue
    untouched.add(next.id)
    for (const task of came) {
      const row = before.get(task.id)
      if (row) back.set(task.id, { task, before: row })
    }
  }
  // A task that moved along is unchanged if it was so before.
  for (const next of nextTasks) {
    const row = back.get(next.id)?.before
    if (row && row.updatedAt === row.createdAt) untouched.add(next.id)
  }
  await giveBack(db, [...back.values()])
  if (untouched.size > 0) await deleteTaskRows(db, [...untouched])
  return untouched
}

function isUntouched(next: Task, below: readonly Descendant[]): boolean {
  const made = Date.parse(next.createdAt)
  const isOld = (task: Task) =>
    Date.parse(task.createdAt) <= made && Date.parse(task.updatedAt) <= made
  return isOld(next) && below.every(isOld)
}

/** Whether the log still has the former parents of these tasks, and those are outside the trash. */
async function canReturn(
  db: UserDatabase,
  came: readonly Task[],
  before: ReadonlyMap<string, RowBefore>,
): Promise<boolean> {
  if (came.length === 0) return true
  const ids = new Set(idsOf(came))
  const tops = came.filter((task) => task.parentId === null || !ids.has(task.parentId))
  const formerParentIds = tops.flatMap((task) => before.get(task.id)?.parentId ?? [])
  const parents = await findTasks(db, [...new Set(formerParentIds)])
  const living = new Set(idsOf(parents.filter((task) => task.deletedAt === null)))
  return tops.every((task) => living.has(before.get(task.id)?.parentId ?? ''))
}

async function giveBack(
  db: UserDatabase,
  back: readonly { task: Task; before: RowBefore }[],
): Promise<void> {
  if (back.length === 0) return
  const parents = await findTasks(db, [
    ...new Set(back.flatMap(({ before }) => before.parentId ?? [])),
  ])
  const lists = new Map(parents.map((parent) => [parent.id, parent.listId]))
  await updateContents(
    db,
    back.map(({ task, before }) => ({ ...passContent(task, before.dates), id: task.id })),
  )
  const moves = back
    .filter(({ task, before }) => task.parentId !== before.parentId)
    .map(({ task, before: { parentId, position } }) => ({
      ...{ id: task.id, parentId, position },
      listId: lists.get(parentId ?? '') ?? task.listId,
    }))
  await applyMoves(db, await freePositions(db, moves))
}

/** Moves a task to the end of its sibling group where another one has taken its position. */
async function freePositions(db: UserDatabase, moves: readonly TaskMove[]): Promise<TaskMove[]> {
  const siblings = await listDescendants(db, [
    ...new Set(moves.flatMap((move) => move.parentId ?? [])),
  ])
  const taken = new Set(siblings.map((task) => `${task.parentId}/${task.position}`))
  const [free, late] = [false, true].map((isTaken) =>
    moves.filter((move) => taken.has(`${move.parentId}/${move.position}`) === isTaken),
  )
  const groups = [...Map.groupBy(late ?? [], siblingGroupKey).values()]
  const wanted = groups.flatMap(([siblingGroup, ...rest]) =>
    siblingGroup ? [{ siblingGroup, count: rest.length + 1 }] : [],
  )
  const positions = await makePositions(
    db,
    wanted,
    { side: 'end' },
    moves.map((move) => move.id),
  )
  const moved = groups.flatMap((group, index) =>
    group.map((move, nth) => ({ ...move, position: positions[index]?.[nth] ?? '' })),
  )
  return [...(free ?? []), ...moved]
}

function idsOf(tasks: readonly Task[]): string[] {
  return tasks.map((task) => task.id)
}
