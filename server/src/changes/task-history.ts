import type { LogEntry } from './change.queries.ts'
import { type FieldChange, listFieldChanges } from './field-changes.ts'
import { foldEffects } from './row-effects.ts'

/** One mutation in a task's history. */
export type HistoryEntry = {
  mutationId: string
  at: string
  actor: string
  operation: 'insert' | 'update' | 'delete'
  changes: FieldChange[]
}

/** A mutation's log entries about one task, in their order, as one entry of its history. */
export function toHistoryEntry(entries: readonly [LogEntry, ...LogEntry[]]): HistoryEntry {
  const [{ mutationId, at, actor }] = entries
  const effects = foldEffects(entries)
  const task = effects.find((effect) => effect.table === 'task')
  const operation = task?.before === null ? 'insert' : task?.after === null ? 'delete' : 'update'
  const changes = effects.flatMap(listFieldChanges)
  return { mutationId, at, actor, operation, changes }
}
