import type { UserDatabase } from '../db/user-database.ts'
import { anyOf } from './task.queries.ts'

/** A task as it was when it was made, whatever has become of it. */
export interface Creation {
  /** The columns of the row. */
  row: Record<string, unknown>
  tagIds: Set<string>
}

/** How the log says these tasks were made, by id; one made before the log reaches back is left out. */
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
