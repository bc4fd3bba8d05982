import { columnOf, historyFields } from '../domain/task-fields/field-types.ts'
import type { LogEntry, LoggedRow } from './change.queries.ts'
import { changedColumns, foldEffects } from './row-effects.ts'
import { camelCase } from './tracked-rows.ts'

/** One mutation in a task's history. */
export type HistoryEntry = {
  mutationId: string
  at: string
  actor: string
  operation: 'insert' | 'update' | 'delete'
  changes: FieldChange[]
}

export type FieldChange = {
  field: string
  before: string | null
  after: string | null
}

/** A mutation's log entries about one task, in their order, as one entry of its history. */
export function toHistoryEntry(entries: readonly [LogEntry, ...LogEntry[]]): HistoryEntry {
  const [{ mutationId, at, actor }] = entries
  const effects = foldEffects(entries)
  const task = effects.find((effect) => effect.table === 'task')
  const operation = task?.before === null ? 'insert' : task?.after === null ? 'delete' : 'update'
  const fields = task ? fieldChanges(task.before, task.after) : []
  const tags = effects.flatMap(({ table, before, after }) =>
    table === 'task_tag'
      ? [{ field: 'tags', before: textOf(before?.tag_id), after: textOf(after?.tag_id) }]
      : [],
  )
  return { mutationId, at, actor, operation, changes: [...fields, ...tags] }
}

function fieldChanges(before: LoggedRow | null, after: LoggedRow | null): FieldChange[] {
  return changedColumns(before, after)
    .filter((column) => historyColumns.has(column))
    .map((column) => ({
      field: camelCase(column),
      before: textOf(before?.[column]),
      after: textOf(after?.[column]),
    }))
    .filter((change) => change.before !== null || change.after !== null)
}

const historyColumns: ReadonlySet<string> = new Set(historyFields.map(columnOf))

function textOf(value: unknown): string | null {
  if (value == null) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}
