import { columnOf, historyFields } from '../domain/task-fields/field-types.ts'
import type { TrackedTable } from './change.table.ts'
import { changedColumns, type RowEffect } from './row-effects.ts'
import { camelCase } from './tracked-rows.ts'

/** A field that was changed; values are texts, as JSON writes them. */
export type FieldChange = {
  field: string
  before: string | null
  after: string | null
}

/** What one effect did to the fields that the API shows of its row. */
export function listFieldChanges({ table, before, after }: RowEffect): FieldChange[] {
  if (table === 'task_tag')
    return [{ field: 'tags', before: textOf(before?.tag_id), after: textOf(after?.tag_id) }]
  return changedColumns(before, after)
    .filter((column) => isShown(table, column))
    .map((column) => ({
      field: camelCase(column),
      before: textOf(before?.[column]),
      after: textOf(after?.[column]),
    }))
    .filter((change) => change.before !== null || change.after !== null)
}

const historyColumns: ReadonlySet<string> = new Set(historyFields.map(columnOf))

function isShown(table: TrackedTable, column: string): boolean {
  return table === 'task' ? historyColumns.has(column) : column !== 'id' && column !== 'created_at'
}

function textOf(value: unknown): string | null {
  if (value == null) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}
