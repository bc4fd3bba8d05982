import { priorities } from '../domain/priority.ts'
import type { LogEntry, LoggedRow } from './change.queries.ts'
import type { ChangeOperation, TrackedTable } from './change.table.ts'
import { changedColumns, foldEffects } from './row-effects.ts'
import { camelCase } from './tracked-rows.ts'

/** What was done to one row, all in all, by the API's names. */
export type ObjectChange = {
  table: TrackedTable
  /** The object's; of a `task_tag`, the task's. */
  id: string
  operation: ChangeOperation
  /** What was different before; of what is gone, everything; null of what is new. */
  before: object | null
  /** All of it; null when it is gone. */
  after: object | null
}

/** What some entries of the log, in their order, did to each row; rows that are as they were are left out. */
export function listObjectChanges(entries: readonly LogEntry[]): ObjectChange[] {
  return foldEffects(entries).map(({ table, before, after }) => {
    const operation = before === null ? 'insert' : after === null ? 'delete' : 'update'
    const row = after ?? before
    const former =
      operation === 'update' ? pickColumns(before, changedColumns(before, after)) : before
    return {
      ...{ table, operation, id: String(table === 'task_tag' ? row?.task_id : row?.id) },
      before: former && toFields(table, former),
      after: after && toFields(table, after),
    }
  })
}

function pickColumns(row: LoggedRow | null, columns: readonly string[]): LoggedRow {
  return Object.fromEntries(columns.map((column) => [column, row?.[column] ?? null]))
}

/** Without the key by which tags are compared, which is derived. */
function toFields(table: TrackedTable, row: LoggedRow): object {
  const fields = Object.entries(row).filter(([column]) => column !== 'name_key')
  return Object.fromEntries(
    fields.map(([column, value]) => [
      camelCase(column),
      table === 'task' && column === 'priority' ? priorities[value as number] : value,
    ]),
  )
}
