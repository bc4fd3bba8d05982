import { isDeepStrictEqual } from 'node:util'
import type { InputIssue } from '../errors.ts'
import type { LoggedRow } from './change.queries.ts'
import type { TrackedTable } from './change.table.ts'
import { changedColumns, type RowEffect } from './row-effects.ts'
import { bookkeeping, groupOf, pathOf } from './tracked-rows.ts'

/** What has to be done to one row. */
export type RowStep =
  | { kind: 'insert'; table: TrackedTable; key: string; row: LoggedRow }
  | { kind: 'delete'; table: TrackedTable; key: string; row: LoggedRow }
  | { kind: 'update'; table: TrackedTable; key: string; current: LoggedRow; patch: LoggedRow }

/** The id of the row that a step is about. */
export function rowId(step: RowStep): string {
  return String(step.kind === 'update' ? step.current.id : step.row.id)
}

export type Plan = {
  steps: RowStep[]
  issues: InputIssue[]
}

/**
 * Plans how to bring rows from the state in which a mutation left them to the wanted state. Rows that have it
 * already need nothing; rows that another action has changed since are issues, and stay as they are.
 *
 * @param wanted each row's wanted effect, from `before` to `after`
 * @param currentOf returns the row as it is now; null when it doesn't exist
 */
export function planRows(
  wanted: readonly RowEffect[],
  currentOf: (effect: RowEffect) => LoggedRow | null,
): Plan {
  const plan: Plan = { steps: [], issues: [] }
  for (const effect of wanted) {
    const current = currentOf(effect)
    if (effect.after === null) planDeletion(effect, current, plan)
    else if (effect.before === null) planInsertion(effect, effect.after, current, plan)
    else planUpdate(effect, effect.before, effect.after, current, plan)
  }
  return plan
}

function planDeletion(effect: RowEffect, current: LoggedRow | null, plan: Plan): void {
  const { key, table, before } = effect
  if (current === null) return
  const changed = changedColumns(before, current)
  if (changed.length === 0) plan.steps.push({ kind: 'delete', table, key, row: current })
  for (const column of changed) plan.issues.push(changedSince(table, current, column))
}

function planInsertion(
  { key, table }: RowEffect,
  row: LoggedRow,
  current: LoggedRow | null,
  plan: Plan,
): void {
  if (current === null) plan.steps.push({ kind: 'insert', table, key, row })
  else
    for (const column of changedColumns(row, current))
      plan.issues.push(changedSince(table, current, column))
}

function planUpdate(
  { key, table }: RowEffect,
  from: LoggedRow,
  to: LoggedRow,
  current: LoggedRow | null,
  plan: Plan,
): void {
  if (current === null) {
    const message = 'It has been deleted since.'
    plan.issues.push({ path: pathOf(table, from), message })
    return
  }
  const patch: Record<string, unknown> = {}
  for (const group of affectedGroups(table, changedColumns(from, to))) {
    const differing = (one: LoggedRow, other: LoggedRow) =>
      group.filter(
        (name) =>
          !bookkeeping.has(name) && !isDeepStrictEqual(one[name] ?? null, other[name] ?? null),
      )
    if (differing(current, to).length === 0) continue
    const changed = differing(current, from)
    for (const column of changed) plan.issues.push(changedSince(table, current, column))
    if (changed.length === 0) for (const column of group) patch[column] = to[column] ?? null
  }
  if (Object.keys(patch).length > 0) plan.steps.push({ kind: 'update', table, key, current, patch })
}

function affectedGroups(table: TrackedTable, columns: readonly string[]) {
  return new Map(
    columns.map((column) => groupOf(table, column)).map((group) => [group[0], group]),
  ).values()
}

function changedSince(table: TrackedTable, row: LoggedRow, column: string): InputIssue {
  return { path: pathOf(table, row, column), message: 'It has been changed since.' }
}
