import { sql } from 'kysely'
import type { UserDatabase } from '../db/user-database.ts'
import type { Entity } from './change.queries.ts'

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
