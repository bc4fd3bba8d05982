import type { UserDatabase } from '../../db/user-database.ts'
import { type AppError, badUserInput, type InputIssue } from '../../errors.ts'
import { findChangedSince, type UnchangedSinceInput } from '../../unchanged-since.ts'
import { findTasks, type Task } from '../task.queries.ts'
import { type Batch, type InputPath, loadTargets, refuse, settle } from './task-batch.ts'
import {
  type ContentInput,
  changeContent,
  isSameContent,
  mergeDescription,
  readPlain,
} from './task-content.ts'
import type { SiblingGroupInput } from './task-context.ts'
import { getTaskDefaults } from './task-defaults.queries.ts'
import { carryOut, planMove } from './task-move.service.ts'
import { changeTags, listTagErrors, planTags, type TagsInput } from './task-tagging.service.ts'
import { type ContentChange, updateContents } from './task-write.queries.ts'

export interface TaskChangesInput
  extends ContentInput,
    SiblingGroupInput,
    TagsInput,
    UnchangedSinceInput {
  /** The description that the new one was made from; undefined when it doesn’t matter, null for none. */
  descriptionBase?: string | null | undefined
}

export type Updating = {
  tasks: Task[]
  changedCount: number
  /** Tasks whose notes were changed in the same range since `descriptionBase`, so that both texts are kept. */
  doubledIds: ReadonlySet<string>
  /** Tasks whose start went along with the due day, though only that was named. */
  startMovedIds: ReadonlySet<string>
}

/**
 * Changes what the input names of each task, and leaves the rest. `path` is where the changes are
 * in the input.
 *
 * @throws AppError `BAD_USER_INPUT`, `NOT_FOUND` (task, list, parent, tag), `CONFLICT` (in the
 *   trash, changed since), `LIMIT_EXCEEDED` (too many subtasks)
 */
export async function updateTasks(
  db: UserDatabase,
  batch: Batch,
  input: TaskChangesInput,
  path: InputPath,
): Promise<Updating> {
  const [tasks, { timeZone }] = await Promise.all([loadTargets(db, batch), getTaskDefaults(db)])
  for (const target of batch.targets) {
    const task = tasks.get(target.id)
    const changed = task && findChangedSince('task', task, input)
    if (changed) refuse(batch, target, changed)
  }
  const errors = (await listTagErrors(db, [{ input, path }])).flat()
  const doubledIds = new Set<string>()
  const contents = planContents({ batch, tasks, timeZone }, input, path, errors, doubledIds)
  const retagged = errors.length > 0 ? new Set<string>() : await planTags(db, batch, input, path)
  const isMoved = input.listId !== undefined || input.parentId !== undefined
  const plan = isMoved ? await planMove(db, batch, tasks, input, path, errors) : undefined
  const ids = settle(batch, errors).map((target) => target.id)

  const written = ids.flatMap((id) => {
    const [task, content] = [tasks.get(id), contents.get(id)]
    const isChanged = task && content && (retagged.has(id) || !isSameContent(task, content))
    return isChanged ? [content] : []
  })
  const rewritten = written.length > 0 ? await updateContents(db, written) : []
  await changeTags(
    db,
    ids.filter((id) => retagged.has(id)),
    input,
  )
  const accepted = new Set(ids)
  const moves = (plan?.moves ?? []).filter(
    ({ task, siblingGroup }) =>
      accepted.has(task.id) &&
      (task.listId !== siblingGroup.listId || task.parentId !== siblingGroup.parentId),
  )
  if (plan) await carryOut(db, { ...plan, moves })
  const changed = new Set([...written.map(({ id }) => id), ...moves.map(({ task }) => task.id)])
  const newest = moves.length > 0 ? await findTasks(db, ids) : replaceTasks(ids, tasks, rewritten)
  const isStartKept = (id: string) => contents.get(id)?.startOn === tasks.get(id)?.startOn
  const startMovedIds =
    input.startOn === undefined ? new Set(ids.filter((id) => !isStartKept(id))) : new Set<string>()
  return { tasks: newest, changedCount: changed.size, doubledIds, startMovedIds }
}

function replaceTasks(
  ids: readonly string[],
  before: ReadonlyMap<string, Task>,
  rewritten: readonly Task[],
): Task[] {
  const byId = new Map([...before, ...rewritten.map((task) => [task.id, task] as const)])
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** The contents of each task after the change. Tasks that can't be changed like this are refused. */
function planContents(
  { batch, tasks, timeZone }: { batch: Batch; tasks: ReadonlyMap<string, Task>; timeZone: string },
  input: TaskChangesInput,
  path: InputPath,
  errors: AppError[],
  doubledIds: Set<string>,
): Map<string, ContentChange> {
  const issues: InputIssue[] = []
  const plain = readPlain(input, path, issues)
  if (issues.length > 0) errors.push(badUserInput(issues))
  const contents = new Map<string, ContentChange>()
  for (const target of batch.targets) {
    const task = tasks.get(target.id)
    if (!task || batch.problems.has(target)) continue
    const found: InputIssue[] = []
    const merged = mergeDescription(task, input, plain, found)
    if (merged.isDoubled) doubledIds.add(task.id)
    contents.set(task.id, {
      ...changeContent(task, input, merged.plain, timeZone, found),
      id: task.id,
    })
    // In a bulk change the field is the same for all, so the error says which task can't be
    // changed.
    const isAlone = target.path.at(-1) === 'id'
    const withPaths = found.map((issue) => ({
      ...issue,
      path: isAlone ? [...path, ...issue.path] : target.path,
    }))
    if (withPaths.length > 0) refuse(batch, target, badUserInput(withPaths))
  }
  return contents
}
