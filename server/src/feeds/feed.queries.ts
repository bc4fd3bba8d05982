import { sql } from 'kysely'
import { getLastSeq } from '../changes/change.queries.ts'
import type { UserDatabase } from '../db/user-database.ts'
import type { Condition } from '../domain/filter/condition.ts'
import { lastUseSeconds } from '../domain/limits.ts'
import { whereTask } from '../tasks/filter/task-filter.queries.ts'

const feedColumns = [
  'id',
  'name',
  'view_id as viewId',
  'last_read_at as lastReadAt',
  'created_at as createdAt',
] as const

export type Feed = {
  id: string
  name: string
  /** Null: everything with a day. */
  viewId: string | null
  lastReadAt: string | null
  createdAt: string
}

export type NewFeed = Pick<Feed, 'id' | 'name' | 'viewId'> & { secretHash: Uint8Array }

/** All that have not been revoked, the newest first. */
export function listFeeds(db: UserDatabase): Promise<Feed[]> {
  return keptFeeds(db).orderBy('created_at', 'desc').orderBy('id').execute()
}

/** Those of them with these ids, in no order. */
export function findFeeds(db: UserDatabase, ids: readonly string[]): Promise<Feed[]> {
  return keptFeeds(db).where('id', 'in', ids).execute()
}

export async function countFeeds(db: UserDatabase): Promise<number> {
  const { count } = await db
    .selectFrom('feed')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

export function insertFeed(db: UserDatabase, feed: NewFeed): Promise<Feed> {
  const { id, name, viewId, secretHash } = feed
  return db
    .insertInto('feed')
    .values({ id, name, view_id: viewId, secret_hash: secretHash })
    .returning(feedColumns)
    .executeTakeFirstOrThrow()
}

/** Undefined when there is none to revoke. */
export function setFeedRevoked(db: UserDatabase, id: string): Promise<Feed | undefined> {
  return db
    .updateTable('feed')
    .set({ revoked_at: sql<string>`now()` })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning(feedColumns)
    .executeTakeFirst()
}

/** Deletes those that were revoked more than an hour ago. */
export async function deleteRevokedFeeds(db: UserDatabase): Promise<void> {
  await db.deleteFrom('feed').where('revoked_at', '<', anHourAgo).execute()
}

/** Records that it is being read, unless that was recorded a moment ago. */
export async function noteFeedRead(db: UserDatabase, id: string): Promise<void> {
  await db
    .updateTable('feed')
    .set({ last_read_at: sql<string>`now()` })
    .where('id', '=', id)
    .where(({ or, eb }) =>
      or([
        eb('last_read_at', 'is', null),
        eb('last_read_at', '<', sql<string>`now() - make_interval(secs => ${lastUseSeconds})`),
      ]),
    )
    .execute()
}

/** What a feed depends on besides its tasks: the person's zone, and where their log ends. */
export async function findFeedState(
  db: UserDatabase,
): Promise<{ timeZone: string; lastSeq: number } | undefined> {
  const [person, lastSeq] = await Promise.all([
    db.selectFrom('auth_user').select('time_zone as timeZone').executeTakeFirst(),
    getLastSeq(db),
  ])
  return person && { ...person, lastSeq }
}

/** The tasks that match, those that are due last first, and those without a day at the end. */
export async function listFeedTasks(
  db: UserDatabase,
  condition: Condition,
  { withDay, most }: { withDay: boolean; most: number },
): Promise<string[]> {
  let query = db
    .selectFrom('task')
    .select('id')
    .where((eb) => whereTask(eb, condition))
    .orderBy('due_on', (order) => order.desc().nullsLast())
    .orderBy('id')
    .limit(most)
  if (withDay) query = query.where('due_on', 'is not', null)
  return (await query.execute()).map(({ id }) => id)
}

const anHourAgo = sql<string>`now() - interval '1 hour'`

function keptFeeds(db: UserDatabase) {
  return db.selectFrom('feed').select(feedColumns).where('revoked_at', 'is', null)
}
