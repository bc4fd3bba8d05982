import type { UserDatabase } from '../db/user-database.ts'
import { dryRunSize } from '../domain/limits.ts'
import type { LogEntry } from './change.queries.ts'
import type { Entity } from './change.table.ts'
import { countObjectsOfMutation, listFirstEntriesOfMutation } from './dry-run.queries.ts'
import { type FieldChange, listFieldChanges } from './field-changes.ts'
import { foldEffects } from './row-effects.ts'

/** What a mutation would change. */
export type DryRun = {
  totalCount: number
  /** The first of them. */
  changes: PlannedChange[]
}

/** What a mutation would do to one object. */
export type PlannedChange = {
  entity: Entity
  id: string
  operation: 'insert' | 'update' | 'delete'
  /** Its title or name, as it would be; that of before when it would be deleted. */
  name: string
  changes: FieldChange[]
}

/** Reads from the log what this mutation has done in the transaction that is under way. */
export async function readDryRun(db: UserDatabase, mutationId: string): Promise<DryRun> {
  const [totalCount, entries] = await Promise.all([
    countObjectsOfMutation(db, mutationId),
    listFirstEntriesOfMutation(db, mutationId, dryRunSize.max),
  ])
  const byObject = Map.groupBy(entries, ({ entityId }) => entityId)
  return { totalCount, changes: [...byObject].map(([id, own]) => toPlannedChange(id, own)) }
}

function toPlannedChange(id: string, entries: readonly LogEntry[]): PlannedChange {
  const own = entries.filter(({ table }) => table !== 'task_tag')
  const [first, last] = [own[0], own.at(-1)]
  const row = last?.after ?? first?.before
  const isNew = first?.operation === 'insert'
  return {
    entity: toEntity(entries[0]),
    id,
    operation: isNew ? 'insert' : last?.operation === 'delete' ? 'delete' : 'update',
    name: String(row?.title ?? row?.name ?? ''),
    changes: foldEffects(entries).flatMap(listFieldChanges),
  }
}

function toEntity(entry: LogEntry | undefined): Entity {
  return entry === undefined || entry.table === 'task_tag' ? 'task' : entry.table
}
