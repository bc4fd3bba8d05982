import { sql } from 'kysely'
import { orderBy, readKeysetPage } from '../db/keyset.ts'
import type { CursorValues, Page, PageRequest } from '../db/page.ts'
import type { UserDatabase } from '../db/user-database.ts'
import { lastUseSeconds } from '../domain/limits.ts'

const sessionColumns = [
  'auth_session.id',
  'auth_session.user_agent as userAgent',
  'auth_session.ip_address as ipAddress',
  'auth_session.created_at as createdAt',
  'auth_session.last_used_at as lastActiveAt',
  'auth_session.expires_at as endsAt',
] as const

export type Session = {
  /** Better Auth's own: no UUID, and not what authenticates. */
  id: string
  userAgent: string | null
  ipAddress: string | null
  createdAt: string
  lastActiveAt: string
  endsAt: string
}

/** The one used last comes first. */
export const sessionOrdering = orderBy('session', [
  { name: 'used', column: 'auth_session.last_used_at', type: 'instant', direction: 'desc' },
  { name: 'id', column: 'auth_session.id', type: 'text', direction: 'asc' },
])

/** The sessions with these ids that are not over, in no order. */
export function findSessions(db: UserDatabase, ids: readonly string[]): Promise<Session[]> {
  return livingSessions(db).select(sessionColumns).where('id', 'in', ids).execute()
}

export function listSessions(
  db: UserDatabase,
  request: PageRequest<CursorValues>,
): Promise<Page<Session>> {
  return readKeysetPage(livingSessions(db).select(sessionColumns), sessionOrdering, request)
}

export async function countSessions(db: UserDatabase): Promise<number> {
  const { count } = await livingSessions(db)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Whether it has not been ended; nobody can end it before the transaction is over. */
export async function holdSession(db: UserDatabase, id: string): Promise<boolean> {
  const held = await db
    .selectFrom('auth_session')
    .select('id')
    .where('id', '=', id)
    .forKeyShare()
    .executeTakeFirst()
  return held !== undefined
}

/** Ends one, and gives it as it was; undefined when there is none. */
export function deleteSession(db: UserDatabase, id: string): Promise<Session | undefined> {
  return db
    .deleteFrom('auth_session')
    .where('id', '=', id)
    .returning(sessionColumns)
    .executeTakeFirst()
}

/** Ends all but one, and gives the ids of those that were not over already. */
export async function deleteOtherSessions(db: UserDatabase, keptId: string): Promise<string[]> {
  const rows = await db
    .deleteFrom('auth_session')
    .where('id', '<>', keptId)
    .returning(['id', sql<boolean>`expires_at > now()`.as('wasAlive')])
    .execute()
  return rows.filter(({ wasAlive }) => wasAlive).map(({ id }) => id)
}

/** Writes down that it is being used, unless that was done a moment ago. */
export async function noteSessionUse(db: UserDatabase, id: string): Promise<void> {
  await db
    .updateTable('auth_session')
    .set({ last_used_at: sql<string>`now()` })
    .where('id', '=', id)
    .where('last_used_at', '<', sql<string>`now() - make_interval(secs => ${lastUseSeconds})`)
    .execute()
}

function livingSessions(db: UserDatabase) {
  return db.selectFrom('auth_session').where('expires_at', '>', sql<string>`now()`)
}
