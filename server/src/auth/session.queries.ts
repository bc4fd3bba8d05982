import type { Kysely } from 'kysely'

/** The part of Better Auth's session table that the API looks at. */
export interface SessionTables {
  auth_session: { id: string; user_id: string; expires_at: Date }
}

/** Whether the person's session has been neither ended nor outlived. */
export async function isSessionAlive(
  owner: Kysely<SessionTables>,
  session: { sessionId: string; userId: string },
): Promise<boolean> {
  const row = await owner
    .selectFrom('auth_session')
    .select('id')
    .where('id', '=', session.sessionId)
    .where('user_id', '=', session.userId)
    .where('expires_at', '>', new Date())
    .executeTakeFirst()
  return row !== undefined
}
