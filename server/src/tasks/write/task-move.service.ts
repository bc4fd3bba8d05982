import { checkPositionInput, type PositionInput } from '../../db/manual-order.ts'
import type { UserDatabase } from '../../db/user-database.ts'
import { isUuid } from '../../domain/ids.ts'
import { type AppError, badUserInput, type InputIssue, notFound } from '../../errors.ts'
import { openParents } from '../repeat/task-reopen.service.ts'
import { findTask, findTasks, type Task } from '../task.queries.ts'
import type { SiblingGroup } from './sibling-group.queries.ts'
import { type Batch, type InputPath, loadTargets, refuse, settle } from './task-batch.ts'
import {
  checkRoom,
  loadTaskContext,
  readSiblingGroup,
  type SiblingGroupInput,
  type TaskContext,
} from './task-context.ts'
import { type InsertPosition, makePositions, siblingGroupKey } from './task-position.service.ts'
import { type Descendant, listDescendants } from './task-tree.queries.ts'
import { applyMoves } from './task-write.queries.ts'

export interface MoveInput extends SiblingGroupInput, PositionInput {}

/** Where each of the tasks goes that don't move with a parent. */
export type MovePlan = {
  moves: { task: Task; siblingGroup: SiblingGroup }[]
  insertAt: InsertPosition
}

/**
 * Moves tasks into a list, under a parent, or beside a sibling, in the order they are named, with
 * everything under them. A named task under another named one moves with it.
 *
 * @throws AppError `NOT_FOUND`, `BAD_USER_INPUT`, `CONFLICT` (something in the trash),
 * `LIMIT_EXCEEDED` (too many subtasks)
 */
export async function moveTasks(
  db: UserDatabase,
  batch: Batch,
  input: MoveInput,
): Promise<{ tasks: Task[]; changedCount: number }> {
  const tasks = await loadTargets(db, batch)
  const errors: AppError[] = []
  const plan = await planMove(db, batch, tasks, input, ['input'], errors)
  const ids = new Set(settle(batch, errors).map((target) => target.id))
  const moves = plan.moves.filter(({ task }) => ids.has(task.id))
  await carryOut(db, { ...plan, moves })
  return { tasks: await findTasks(db, [...ids]), changedCount: moves.length }
}

/** Plans a move and refuses the targets that can't take part; none can when there are `errors`. */
export async function planMove(
  db: UserDatabase,
  batch: Batch,
  tasks: ReadonlyMap<string, Task>,
  input: MoveInput,
  path: InputPath,
  errors: AppError[],
): Promise<MovePlan> {
  const named = batch.targets.filter((target) => !batch.problems.has(target))
  const ids = named.map((target) => target.id)
  const below = ids.length > 0 ? await listDescendants(db, ids) : []
  const context = await loadTaskContext(db, [input])
  const wrong = checkInput(input, context, path)
  const sibling = await findSibling(db, input, path, wrong)
  errors.push(...wrong)
  if (wrong.length > 0) return { moves: [], insertAt: { side: 'end' } }

  const judged = named.flatMap((target) => {
    const task = tasks.get(target.id)
    if (!task) return []
    const own: AppError[] = []
    const siblingGroup = readSiblingGroup(input, task, context, path, own, task.id)
    const problem =
      own[0] ??
      checkParent(task, siblingGroup, below, context, path) ??
      checkSibling(task, siblingGroup, sibling)
    return [{ target, task, siblingGroup, problem }]
  })
  // A task whose parent can't move doesn't move with it, so it is judged by itself.
  const going = new Set(judged.flatMap(({ task, problem }) => (problem ? [] : task.id)))
  const changesGroup = input.listId != null || input.parentId !== undefined
  const along = changesGroup ? below.filter((task) => going.has(task.rootId)) : []
  const travelling = new Set(along.map((task) => task.id))
  const moves: MovePlan['moves'] = []
  for (const { target, task, siblingGroup, problem } of judged) {
    if (travelling.has(task.id)) continue
    if (problem) refuse(batch, target, problem)
    else moves.push({ task, siblingGroup })
  }
  for (const parent of context.parents.values()) {
    const coming = moves.filter(({ task }) => task.parentId !== parent.id).length
    const problem = checkRoom(parent, { count: coming, levels: 0 }, [...path, 'parentId'])
    if (problem && coming > 0) errors.push(problem)
  }
  return { moves, insertAt: sibling?.insertAt ?? { side: 'end' } }
}

/** Does what was planned and checked. */
export async function carryOut(db: UserDatabase, { moves, insertAt }: MovePlan): Promise<void> {
  if (moves.length === 0) return
  const groups = [
    ...Map.groupBy(moves, ({ siblingGroup }) => siblingGroupKey(siblingGroup)).values(),
  ]
  const wanted = groups.flatMap(([first, ...rest]) =>
    first ? [{ siblingGroup: first.siblingGroup, count: rest.length + 1 }] : [],
  )
  const movedIds = moves.map(({ task }) => task.id)
  const positions = await makePositions(db, wanted, insertAt, movedIds)
  const rows = groups.flatMap((group, index) =>
    group.map(({ task, siblingGroup: { listId, parentId } }, nth) => ({
      ...{ id: task.id, listId, parentId },
      position: positions[index]?.[nth] ?? '',
    })),
  )
  await applyMoves(db, rows)
  const open = moves.filter(({ task }) => task.completedAt === null)
  await openParents(
    db,
    open.flatMap(({ siblingGroup }) => siblingGroup.parentId ?? []),
  )
}

type Sibling = {
  task: Task
  insertAt: InsertPosition
  path: InputPath
}

function checkInput(input: MoveInput, context: TaskContext, path: InputPath): AppError[] {
  const errors: AppError[] = []
  const issues: InputIssue[] = []
  if (input.listId === null) {
    const message = 'A task is always in a list. Name another one.'
    issues.push({ path: [...path, 'listId'], message })
  }
  checkPositionInput(input, 'optional', issues)
  if (issues.length > 0) errors.push(badUserInput(issues))
  // Any sibling group will do: what is wrong with the input itself is the same for every task.
  readSiblingGroup(input, { listId: '', parentId: null }, context, path, errors)
  return errors
}

async function findSibling(
  db: UserDatabase,
  input: PositionInput,
  path: InputPath,
  errors: AppError[],
): Promise<Sibling | undefined> {
  const name = input.afterId != null ? 'afterId' : 'beforeId'
  const id = input[name]?.toLowerCase()
  if (id === undefined) return undefined
  const siblingPath = [...path, name]
  const task = isUuid(id) ? await findTask(db, id) : undefined
  if (!task) errors.push(notFound('task', siblingPath))
  const side = name === 'afterId' ? 'after' : 'before'
  return task && { task, insertAt: { side, siblingId: id }, path: siblingPath }
}

function checkParent(
  task: Task,
  siblingGroup: SiblingGroup,
  below: readonly Descendant[],
  { parents }: TaskContext,
  path: InputPath,
): AppError | undefined {
  const parent = siblingGroup.parentId === null ? undefined : parents.get(siblingGroup.parentId)
  if (!parent) return undefined
  const levels = below
    .filter((each) => each.rootId === task.id)
    .reduce((deepest, each) => Math.max(deepest, each.level), 0)
  return checkRoom(parent, { count: 0, levels }, [...path, 'parentId'])
}

function checkSibling(
  task: Task,
  siblingGroup: SiblingGroup,
  sibling: Sibling | undefined,
): AppError | undefined {
  if (!sibling) return undefined
  const { path } = sibling
  if (sibling.task.id === task.id) {
    const message = 'A task can’t be put beside itself. Name another one.'
    return badUserInput([{ path, message }])
  }
  if (
    sibling.task.deletedAt !== null ||
    siblingGroupKey(sibling.task) !== siblingGroupKey(siblingGroup)
  ) {
    const message =
      'The task to put it beside is not in that list or not under that parent. Name one that is.'
    return badUserInput([{ path, message }])
  }
  return undefined
}
