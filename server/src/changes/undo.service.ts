import type { UserDatabase } from '../db/user-database.ts'
import { isUuid } from '../domain/ids.ts'
import { undoDays } from '../domain/limits.ts'
import type { ConflictReason } from '../error-reasons.ts'
import {
  AppError,
  conflict,
  type InputIssue,
  limitsExceeded,
  notFound,
  requireWithin,
} from '../errors.ts'
import {
  type ChangedEntity,
  countEntriesOfMutation,
  type LoggedRow,
  type LogMark,
  listEntriesOfMutation,
  listLastEntries,
  listOwnMarks,
} from './change.queries.ts'
import type { TrackedTable } from './change.table.ts'
import { foldEffects, type RowEffect } from './row-effects.ts'
import { pathOf, rowKey } from './tracked-rows.ts'
import { deleteRows, insertRows, updateRows } from './undo.queries.ts'
import { findRestoreIssues } from './undo-checks.ts'
import { findExcesses } from './undo-limits.ts'
import { planRows, type RowStep } from './undo-plan.ts'
import { freeTakenPositions } from './undo-positions.ts'
import { renewTagKeys } from './undo-tag-keys.ts'
import { judgeTree } from './undo-tree.ts'

export type ChangedObject = Omit<ChangedEntity, 'seq'>

const dayMs = 86_400_000

/**
 * Undoes everything that a mutation did, or redoes it: each row gets the state it had before it, or after
 * it. It is all or nothing, and refused if another action has changed any of it since.
 *
 * @returns the objects that were changed; none when everything has the wanted state already
 * @throws AppError `NOT_FOUND` when the log has no such mutation, `CONFLICT` with the conflicting objects
 * and fields, `LIMIT_EXCEEDED` when the result would exceed the limits of a create, or when too many
 * changes would be undone at once
 */
export async function restoreMutation(
  db: UserDatabase,
  mutationId: string,
  direction: 'undo' | 'redo',
): Promise<ChangedObject[]> {
  const entries = isUuid(mutationId) ? await listEntries(db, mutationId) : []
  const [first, last] = [entries[0], entries.at(-1)]
  if (!first || !last) throw notFound('mutation', ['input', 'mutationId'])
  if (first.actor === 'system')
    refuse('BY_SYSTEM', 'What the system did by itself can’t be undone.')
  if (first.forGood)
    refuse(
      'DELETED_FOR_GOOD',
      'What was deleted from the trash is gone for good: it can’t be undone.',
    )
  if (Date.parse(first.at) < Date.now() - undoDays * dayMs)
    refuse('TOO_OLD', `A change can be undone for ${undoDays} days, and this one is older.`)

  const effects = foldEffects(entries)
  const wanted =
    direction === 'redo'
      ? effects
      : effects.map(({ before, after, ...effect }) => ({ ...effect, before: after, after: before }))
  const { current, goneForGood } = await readCurrentRows(db, effects, last.seq)
  refuseGone(wanted.filter(({ key, after }) => after && goneForGood.has(key)))
  const plan = planRows(wanted, (effect) => current.get(effect.key) ?? null)
  throwIfAny(plan.issues)
  const steps = await renewTagKeys(db, plan.steps)
  throwIfAny(await findRestoreIssues(db, steps))
  await applySteps(db, await freeTakenPositions(db, steps))
  const own = await listOwnMarks(db)
  throwIfAny(findCollateral(own, steps))
  const tree = await judgeTree(db, steps)
  throwIfAny(tree.misplaced)
  const excesses = [...tree.excesses, ...(await findExcesses(db, steps))]
  if (excesses.length > 0) throw limitsExceeded(excesses)
  return changedObjects(own)
}

/** All of them are in memory at once, and written back by a few statements, whose time is limited. */
async function listEntries(db: UserDatabase, mutationId: string) {
  requireWithin('undoneChanges', await countEntriesOfMutation(db, mutationId))
  return listEntriesOfMutation(db, mutationId)
}

/** The log is complete, so a row's last entry is its present state. */
async function readCurrentRows(
  db: UserDatabase,
  effects: readonly RowEffect[],
  lastSeq: number,
): Promise<{ current: Map<string, LoggedRow | null>; goneForGood: Set<string> }> {
  const rows = new Map(effects.map((effect) => [effect.key, effect.after]))
  const goneForGood = new Set<string>()
  const ids = effects.map(({ table, before, after }) => idOf(table, after ?? before ?? {}))
  for (const entry of await listLastEntries(db, [...new Set(ids)], lastSeq)) {
    const { table, before, after, forGood } = entry
    const key = rowKey(table, after ?? before ?? {})
    if (rows.has(key)) rows.set(key, after)
    if (forGood && !after) goneForGood.add(key)
  }
  return { current: rows, goneForGood }
}

/** In an order in which no row refers to one that doesn't exist yet, or any more. */
async function applySteps(db: UserDatabase, steps: readonly RowStep[]): Promise<void> {
  const [inserts, updates, deletes] = [
    pick(steps, 'insert'),
    pick(steps, 'update'),
    pick(steps, 'delete'),
  ]
  const leaving = new Set(deletes('task').map(({ row }) => row.id))
  // A task under one that is deleted must be moved first; otherwise deletions come first and make room.
  const deleteFirst = !updates('task').some(({ current }) => leaving.has(current.parent_id))
  const insert = (table: TrackedTable) =>
    insertRows(
      db,
      table,
      inserts(table).map(({ row }) => row),
    )
  const remove = (table: TrackedTable) =>
    deleteRows(
      db,
      table,
      deletes(table).map(({ row }) => row),
    )
  const update = (table: Exclude<TrackedTable, 'task_tag'>) => updateRows(db, table, updates(table))
  try {
    await remove('task_tag')
    for (const table of ['tag', 'saved_view'] as const) {
      await remove(table)
      await update(table)
      await insert(table)
    }
    await update('list')
    await insert('list')
    if (deleteFirst) await remove('task')
    await update('task')
    if (!deleteFirst) await remove('task')
    await insert('task')
    await insert('task_tag')
    await remove('list')
  } catch (error) {
    throwConstraint(error)
  }
}

/** Rows that were deleted unintentionally, because they were added under these later. */
function findCollateral(own: readonly LogMark[], steps: readonly RowStep[]): InputIssue[] {
  const meant = new Set(steps.map((step) => step.key))
  const issues: InputIssue[] = []
  for (const { table, row } of own) {
    if (meant.has(rowKey(table, row))) continue
    issues.push({ path: pathOf(table, row), message: 'It came to belong to this since.' })
  }
  return issues
}

function pick<Kind extends RowStep['kind']>(steps: readonly RowStep[], kind: Kind) {
  const chosen = steps.filter(
    (step): step is Extract<RowStep, { kind: Kind }> => step.kind === kind,
  )
  return (table: TrackedTable) => chosen.filter((step) => step.table === table)
}

/** Each object once, by its latest change. */
function changedObjects(own: readonly LogMark[]): ChangedObject[] {
  const objects = new Map<string, ChangedObject>()
  for (const { table, entityId, mutationId, at } of own) {
    const entity = table === 'task_tag' ? 'task' : table
    objects.set(`${entity}:${entityId}`, { entity, id: entityId, mutationId, at })
  }
  return [...objects.values()]
}

function idOf(table: TrackedTable, row: LoggedRow): string {
  return String(table === 'task_tag' ? row.task_id : row.id)
}

function refuseGone(gone: readonly RowEffect[]): void {
  if (gone.length === 0) return
  const issues = gone.map(({ table, before, after }) => ({
    path: pathOf(table, after ?? before ?? {}),
    message: 'It was deleted from the trash, and is gone for good.',
  }))
  const words =
    'Some of it was deleted from the trash since and is gone for good. Nothing was done.'
  throw new AppError('CONFLICT', words, issues, { reason: 'DELETED_FOR_GOOD' })
}

function throwIfAny(issues: readonly InputIssue[]): void {
  if (issues.length === 0) return
  const words = 'What it changed has been changed since by another action, and nothing was done.'
  throw new AppError('CONFLICT', words, issues, { reason: 'CHANGED_SINCE' })
}

function refuse(reason: ConflictReason, message: string): never {
  throw conflict(reason, message, ['input', 'mutationId'])
}

// Integrity constraints that later changes make impossible to satisfy, SQLSTATE class 23.
function throwConstraint(error: unknown): never {
  const { code } = error as { code?: unknown }
  if (typeof code === 'string' && code.startsWith('23'))
    refuse('CHANGED_SINCE', 'What has happened since leaves no room for it, and nothing was done.')
  throw error
}
