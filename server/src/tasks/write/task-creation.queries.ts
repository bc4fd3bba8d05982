import { anyOf } from '../../db/any-of.ts'
import type { UserDatabase } from '../../db/user-database.ts'
import type { TaskDates } from '../../domain/dates/task-dates.ts'
import {
  columnOf,
  dateFields,
  type TaskField,
  type ValuesOf,
} from '../../domain/task-fields/field-types.ts'
import type { Task } from '../task.queries.ts'

/** A task as it was created, however it was changed since. */
export type Creation = {
  /** The columns of the row. */
  row: Record<string, unknown>
  tagIds: Set<string>
}

/** How these tasks were created according to the log, by id, without those that are older than the log. */
export async function findCreations(
  db: UserDatabase,
  ids: readonly string[],
): Promise<Map<string, Creation>> {
  const inserts = await db
    .selectFrom('change')
    .select(['entity', 'entity_id as id', 'mutation_id as mutationId', 'after'])
    .where('entity_id', '=', anyOf(ids))
    .where('entity', 'in', ['task', 'task_tag'])
    .where('operation', '=', 'insert')
    .orderBy('seq')
    .execute()
  const creations = new Map<string, Creation & { mutationId: string }>()
  for (const { entity, id, mutationId, after } of inserts) {
    if (entity === 'task' && after) creations.set(id, { row: after, tagIds: new Set(), mutationId })
    const creation = creations.get(id)
    if (entity === 'task_tag' && creation?.mutationId === mutationId)
      creation.tagIds.add(String(after?.tag_id))
  }
  return creations
}

/** Where a task was, and when it was due, before something was done to it. */
export interface RowBefore extends Pick<Task, 'parentId' | 'position' | 'createdAt' | 'updatedAt'> {
  dates: TaskDates
}

/** The state of these tasks, according to the log, before the mutation that created another one, by id. */
export async function findRowsBefore(
  db: UserDatabase,
  madeId: string,
  ids: readonly string[],
): Promise<Map<string, RowBefore>> {
  if (ids.length === 0) return new Map()
  const updates = await db
    .selectFrom('change')
    .select(['entity_id as id', 'before'])
    .where('entity_id', '=', anyOf(ids))
    .where('entity', '=', 'task')
    .where('operation', '=', 'update')
    .where('mutation_id', 'in', (eb) =>
      eb
        .selectFrom('change')
        .select('mutation_id')
        .where('entity_id', '=', madeId)
        .where('entity', '=', 'task')
        .where('operation', '=', 'insert'),
    )
    .orderBy('seq', 'desc')
    .execute()
  // The earliest of several comes last, so it wins.
  return new Map(updates.map(({ id, before }) => [id, readRow(before as unknown as LoggedTask)]))
}

type LoggedTask = Record<string, never>

function readRow(row: LoggedTask): RowBefore {
  const read = <Field extends TaskField>(fields: readonly Field[]) =>
    Object.fromEntries(
      fields.map((field) => [field, row[columnOf(field)] ?? null]),
    ) as unknown as ValuesOf<Field>
  return { ...read(['parentId', 'position', 'createdAt', 'updatedAt']), dates: read(dateFields) }
}
