import type { UserDatabase } from '../../db/user-database.ts'
import { bulkSize } from '../../domain/early-limits.ts'
import { isUuid } from '../../domain/ids.ts'
import type { ConflictReason } from '../../error-reasons.ts'
import { AppError, badUserInput, conflict, notFound, requireWithin } from '../../errors.ts'
import { findTasks, type Task } from '../task.queries.ts'

/** ALL: any problem refuses everything. EACH: tasks without a problem are changed. */
export type BulkMode = 'ALL' | 'EACH'
export type InputPath = (string | number)[]

/** One task that a mutation is about, and where the input names it. */
export type Target = {
  id: string
  path: InputPath
}

/** The tasks a mutation is about. A single one is a batch of one. */
export type Batch<T extends Target = Target> = {
  mode: BulkMode
  targets: readonly T[]
  problems: Map<T, AppError[]>
}

/** The result for one of them. */
export type BatchResult = {
  id: string
  task: Task | null
  error: { code: string; reason: ConflictReason | null; message: string } | null
}

export function batchOf<T extends Target>(targets: readonly T[], mode: BulkMode = 'ALL'): Batch<T> {
  return { mode, targets, problems: new Map() }
}

/** The batch of the one task that `input.id` names. */
export function batchOfOne(id: string): Batch {
  return batchOf([{ id: id.toLowerCase(), path: ['input', 'id'] }])
}

/**
 * The batch of the tasks that `input.ids` names, each once.
 *
 * @throws AppError `BAD_USER_INPUT` when there are none, `LIMIT_EXCEEDED` when there are too many
 */
export function batchOfIds(ids: readonly string[], mode: BulkMode | null | undefined): Batch {
  checkBulkSize(ids, ['input', 'ids'])
  const targets = new Map<string, Target>()
  for (const [index, given] of ids.entries()) {
    const id = given.toLowerCase()
    if (!targets.has(id)) targets.set(id, { id, path: ['input', 'ids', index] })
  }
  return batchOf([...targets.values()], mode ?? 'ALL')
}

export function checkBulkSize(items: readonly unknown[], path: InputPath): void {
  if (items.length < bulkSize.min)
    throw badUserInput([
      { path, message: `None are named, so nothing was changed. Name 1 to ${bulkSize.max}.` },
    ])
  requireWithin('bulk', items.length, path)
}

export function refuse<T extends Target>(batch: Batch<T>, target: T, error: AppError): void {
  const errors = batch.problems.get(target)
  if (errors) errors.push(error)
  else batch.problems.set(target, [error])
}

/**
 * The targets without problems. `shared` has the input's problems that concern every task.
 *
 * @throws AppError with all problems of all targets, unless each counts for itself
 */
export function settle<T extends Target>(batch: Batch<T>, shared: readonly AppError[] = []): T[] {
  const own = batch.mode === 'ALL' ? [...batch.problems.values()].flat() : []
  const errors = [...shared, ...own]
  if (errors.length > 0) throw joinErrors(errors)
  return batch.targets.filter((target) => !batch.problems.has(target))
}

/** The result for each target; a refused one shows its task only in its error's message. */
export function resultsOf(batch: Batch, tasks: readonly Task[]): BatchResult[] {
  const byId = new Map(tasks.map((task) => [task.id, task]))
  return batch.targets.map((target) => {
    const errors = batch.problems.get(target)
    if (!errors) return { id: target.id, task: byId.get(target.id) ?? null, error: null }
    const { code, message, details } = joinErrors(errors)
    const reason = code === 'CONFLICT' ? (details?.reason as ConflictReason) : null
    return { id: target.id, task: null, error: { code, reason, message } }
  })
}

/** The targets' ids that can be some task's. */
export function listIds(batch: Batch): string[] {
  return batch.targets.map((target) => target.id).filter(isUuid)
}

/** The targets' tasks by id; missing ones, and those in the trash, are refused. */
export async function loadTargets(
  db: UserDatabase,
  batch: Batch,
  trash: 'accepted' | 'refused' = 'refused',
): Promise<Map<string, Task>> {
  const ids = listIds(batch)
  const found = ids.length > 0 ? await findTasks(db, ids) : []
  const byId = new Map(found.map((task) => [task.id, task]))
  for (const target of batch.targets) {
    const task = byId.get(target.id)
    if (!task) refuse(batch, target, notFound('task', target.path))
    else if (task.deletedAt !== null && trash === 'refused')
      refuse(
        batch,
        target,
        conflict('IN_TRASH', 'The task is in the trash. Restore it first.', target.path),
      )
  }
  return byId
}

/** Joins several errors into one. If they have different codes, the result is `BAD_USER_INPUT`. */
export function joinErrors(errors: readonly AppError[]): AppError {
  const [first] = errors
  if (!first) throw new Error('Expected at least one error to join, found none')
  if (errors.length === 1) return first
  const issues = errors.flatMap((error) => error.issues ?? [])
  const words = [...new Set(issues.map((issue) => issue.message.replace(/\.?$/, '.')))]
  const more = words.length > maxWords ? ` And ${words.length - maxWords} more.` : ''
  const message = words.slice(0, maxWords).join(' ') + more
  const codes = new Set(errors.map(({ code }) => code))
  if (codes.size > 1) return new AppError('BAD_USER_INPUT', message, issues)
  if (first.code !== 'CONFLICT') return new AppError(first.code, message, issues)
  const reasons = new Set(errors.map(({ details }) => details?.reason as ConflictReason))
  const [reason = 'SEVERAL'] = reasons.size === 1 ? reasons : []
  return new AppError('CONFLICT', message, issues, { reason })
}

/** The issues have all of them, but the message should stay readable. */
const maxWords = 5
