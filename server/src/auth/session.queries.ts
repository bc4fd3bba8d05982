import type { Kysely } from 'kysely'

/** The part of Better Auth's session table that the API looks at. */
export interface SessionTables {
  auth_session: { id: string; user_id: string; expires_at: Date; user_agent: string | null }
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

/** The user agents of the person's own sessions, by id; what is not theirs or is over is left out. */
export async function findDevices(
  owner: Kysely<SessionTables>,
  userId: string,
  sessionIds: readonly string[],
): Promise<Map<string, string>> {
  if (sessionIds.length === 0) return new Map()
  const rows = await owner
    .selectFrom('auth_session')
    .select(['id', 'user_agent'])
    .where('user_id', '=', userId)
    .where('id', 'in', sessionIds)
    .execute()
  return new Map(rows.flatMap((row) => (row.user_agent ? [[row.id, row.user_agent]] : [])))
}
