import type { UserDatabase } from '../db/user-database.ts'
import { findObjects } from '../graphql/node.ts'
import { type ChangedEntity, readLog } from './change.queries.ts'
import type { Entity } from './change.table.ts'
import { readSyncCursor, type SyncCursor, writeSyncCursor } from './sync-cursor.service.ts'

/** An object in its latest state; null when it is permanently deleted. */
export interface Change extends Omit<ChangedEntity, 'seq'> {
  node: { id: string } | null
}

export type ChangePage = {
  changes: Change[]
  cursor: SyncCursor
  hasMore: boolean
  resetRequired: boolean
}

const typenames: Readonly<Record<Entity, string>> = {
  list: 'List',
  task: 'Task',
  tag: 'Tag',
  saved_view: 'SavedView',
}

/**
 * What has changed since the cursor. If the log no longer goes back that far, or doesn't reach it yet (the
 * database was restored), that is unknown: the page says so and ends with the log.
 *
 * @throws AppError `BAD_USER_INPUT` for a cursor that is not this person's
 */
export async function readChangePage(
  db: UserDatabase,
  userId: string,
  since: SyncCursor | null | undefined,
  limit: number,
): Promise<ChangePage> {
  const afterSeq = readSyncCursor(userId, since)
  const slice = await readLog(db, afterSeq, limit + 1)
  if (afterSeq < slice.prunedSeq || afterSeq > slice.lastSeq)
    return {
      changes: [],
      cursor: writeSyncCursor(userId, slice.lastSeq),
      hasMore: false,
      resetRequired: true,
    }
  const entities = slice.changes.slice(0, limit)
  return {
    changes: await findNewestForms(db, entities),
    cursor: writeSyncCursor(userId, entities.at(-1)?.seq ?? afterSeq),
    hasMore: slice.changes.length > limit,
    resetRequired: false,
  }
}

/** Adds to each its object's present state, with one query for each type of object. */
export async function findNewestForms<Found extends { entity: Entity; id: string }>(
  db: UserDatabase,
  entities: readonly Found[],
): Promise<(Omit<Found, 'seq'> & { node: { id: string } | null })[]> {
  const idsByEntity = Map.groupBy(entities, (changed) => changed.entity)
  const nodes = new Map<string, { id: string }>()
  // One after the other: within a mutation they share its one connection.
  for (const [entity, changed] of idsByEntity) {
    const ids = changed.map(({ id }) => id)
    for (const node of await findObjects(db, typenames[entity], ids))
      nodes.set(`${entity}:${node.id}`, node)
  }
  return entities.map((changed) => ({
    ...changed,
    node: nodes.get(`${changed.entity}:${changed.id}`) ?? null,
  }))
}
