import { sql } from 'kysely'
import type { UserDatabase } from '../db/user-database.ts'

const columns = [
  'push_subscription.id',
  'session_id as sessionId',
  'endpoint',
  'push_subscription.created_at as createdAt',
] as const

export type PushSubscription = {
  id: string
  sessionId: string
  endpoint: string
  createdAt: string
  /** Of its session: which browser it is. */
  userAgent: string | null
}

/** What it takes to send something to a browser. */
export type PushTarget = {
  id: string
  endpoint: string
  p256dh: Uint8Array
  auth: Uint8Array
}

/** The same with the session that the browser is signed in by. */
export type SessionPushTarget = PushTarget & { sessionId: string }

export type NewPushSubscription = SessionPushTarget

/** Those that get notifications, the newest first. */
export function listPushSubscriptions(db: UserDatabase): Promise<PushSubscription[]> {
  return living(db)
    .select([...columns, 'auth_session.user_agent as userAgent'])
    .orderBy('push_subscription.created_at', 'desc')
    .orderBy('push_subscription.id')
    .execute()
}

/** Those of them with these ids, in no order. */
export function findPushSubscriptions(
  db: UserDatabase,
  ids: readonly string[],
): Promise<PushSubscription[]> {
  return living(db)
    .select([...columns, 'auth_session.user_agent as userAgent'])
    .where('push_subscription.id', 'in', ids)
    .execute()
}

/** Where notifications are sent to. */
export function listPushTargets(db: UserDatabase): Promise<SessionPushTarget[]> {
  return living(db)
    .select(['push_subscription.id', 'session_id as sessionId', 'endpoint', 'p256dh', 'auth'])
    .execute()
}

/** How many rows a person has, those they ended included. */
export async function countPushSubscriptions(db: UserDatabase): Promise<number> {
  const { count } = await db
    .selectFrom('push_subscription')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** What is known of a browser's endpoint, also when its person has ended it. */
export function findByEndpoint(
  db: UserDatabase,
  endpoint: string,
): Promise<{ id: string; endedAt: string | null } | undefined> {
  return db
    .selectFrom('push_subscription')
    .select(['id', 'ended_at as endedAt'])
    .where('endpoint', '=', endpoint)
    .executeTakeFirst()
}

export async function insertPushSubscription(
  db: UserDatabase,
  { id, sessionId, endpoint, p256dh, auth }: NewPushSubscription,
): Promise<void> {
  await db
    .insertInto('push_subscription')
    .values({ id, session_id: sessionId, endpoint, p256dh, auth })
    .execute()
}

/** Takes the browser's session and keys as they are now, and sends to it again. */
export async function updatePushSubscription(
  db: UserDatabase,
  { id, sessionId, p256dh, auth }: NewPushSubscription,
): Promise<void> {
  await db
    .updateTable('push_subscription')
    .set({ session_id: sessionId, p256dh, auth, ended_at: null })
    .where('id', '=', id)
    .execute()
}

/** Sends nothing to it any more; false when there was none. The row tells its browser why. */
export async function setPushSubscriptionEnded(db: UserDatabase, id: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('push_subscription')
    .set({ ended_at: sql<string>`now()` })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** For one that its push service doesn't know any more. */
export async function deletePushSubscription(db: UserDatabase, id: string): Promise<void> {
  await db.deleteFrom('push_subscription').where('id', '=', id).execute()
}

function living(db: UserDatabase) {
  return db
    .selectFrom('push_subscription')
    .innerJoin('auth_session', 'auth_session.id', 'push_subscription.session_id')
    .where('ended_at', 'is', null)
    .where('auth_session.expires_at', '>', sql<string>`now()`)
}
