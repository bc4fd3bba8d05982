import { isDeepStrictEqual } from 'node:util'
import type { LogEntry, LoggedRow } from './change.queries.ts'
import type { TrackedTable } from './change.table.ts'
import { bookkeeping, rowKey } from './tracked-rows.ts'

/** The state of a row before some changes and after them, whatever was in between. */
export type RowEffect = {
  key: string
  table: TrackedTable
  /** Null: it didn't exist. */
  before: LoggedRow | null
  after: LoggedRow | null
}

/** Folds log entries, in their order, into one effect for each row; rows without an effect are dropped. */
export function foldEffects(entries: readonly LogEntry[]): RowEffect[] {
  const effects = new Map<string, RowEffect>()
  for (const { table, before, after } of entries) {
    const row = after ?? before
    if (!row) continue
    const key = rowKey(table, row)
    const earlier = effects.get(key)
    effects.set(key, { key, table, before: earlier ? earlier.before : before, after })
  }
  return [...effects.values()].filter(
    (effect) => changedColumns(effect.before, effect.after).length > 0,
  )
}

/** The columns in which two states of a row differ; all of them if one state is missing. */
export function changedColumns(one: LoggedRow | null, other: LoggedRow | null): string[] {
  const columns = new Set([...Object.keys(one ?? {}), ...Object.keys(other ?? {})])
  return [...columns].filter(
    (column) =>
      !bookkeeping.has(column) &&
      !isDeepStrictEqual(one?.[column] ?? null, other?.[column] ?? null),
  )
}
