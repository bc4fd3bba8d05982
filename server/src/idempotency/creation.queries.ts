import { sql } from 'kysely'
import type { Entity } from '../changes/change.table.ts'
import type { UserDatabase } from '../db/user-database.ts'

/**
 * The mutation that created all of these objects; undefined if there were several, or if the log doesn't
 * reach back to it. For objects that were undone and created again, the last time counts.
 */
export async function findCreatingMutation(
  db: UserDatabase,
  entity: Entity,
  ids: readonly string[],
): Promise<string | undefined> {
  const inserts = await db
    .selectFrom('change')
    .select(['entity_id as id', 'mutation_id as mutationId'])
    .where('entity', '=', entity)
    .where('operation', '=', 'insert')
    .where('entity_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy('seq')
    .execute()
  const byId = new Map(inserts.map(({ id, mutationId }) => [id, mutationId]))
  const [mutationId, ...others] = new Set(byId.values())
  return byId.size === ids.length && others.length === 0 ? mutationId : undefined
}

/** An object's row as it was created, and the mutation that created it. */
export type CreatedRow = {
  row: Record<string, unknown>
  mutationId: string
}

/** How this object was created according to the log; undefined if the log doesn't reach back so far. */
export async function findCreatedRow(
  db: UserDatabase,
  entity: Entity,
  id: string,
): Promise<CreatedRow | undefined> {
  const insert = await db
    .selectFrom('change')
    .select(['after', 'mutation_id as mutationId'])
    .where('entity', '=', entity)
    .where('entity_id', '=', id)
    .where('operation', '=', 'insert')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return insert?.after ? { row: insert.after, mutationId: insert.mutationId } : undefined
}
