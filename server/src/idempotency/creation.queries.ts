import { sql } from 'kysely'
import type { Entity } from '../changes/change.table.ts'
import type { UserDatabase } from '../db/user-database.ts'

/**
 * The mutation that made all of these objects; undefined when it wasn't one, or the log doesn't reach
 * back to it. What was taken back and made again counts by the last time.
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

/** An object's row as it was when it was made, and the mutation that made it. */
export type CreatedRow = {
  row: Record<string, unknown>
  mutationId: string
}

/** How the log says this object was made; undefined where it doesn't reach back so far. */
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
