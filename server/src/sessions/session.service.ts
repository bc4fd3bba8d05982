import { UnauthenticatedError } from '../auth/authenticate.ts'
import type { UserDatabase } from '../db/user-database.ts'
import { isAuthId } from '../domain/ids.ts'
import { nameDevice } from '../domain/text/device-name.ts'
import { notFound } from '../errors.ts'
import { deleteSession, findSessions, holdSession, type Session } from './session.queries.ts'

/**
 * Ends one of the person's sessions and gives it as it was.
 *
 * @throws AppError `NOT_FOUND`
 */
export async function endSession(db: UserDatabase, id: string): Promise<Session> {
  const ended = isAuthId(id) ? await deleteSession(db, id) : undefined
  if (!ended) throw notFound('session')
  return ended
}

/**
 * For what outlives the session that makes it, or refers to it: one that was ended a moment ago is still believed.
 *
 * @throws UnauthenticatedError `SESSION_ENDED`
 */
export async function requireSession(db: UserDatabase, id: string): Promise<void> {
  if (!(await holdSession(db, id)))
    throw new UnauthenticatedError('SESSION_ENDED', 'The session of this token has ended')
}

/** What the devices of these sessions are called, by id; those that are over or say nothing are left out. */
export async function findDeviceNames(
  db: UserDatabase,
  sessionIds: readonly string[],
): Promise<Map<string, string>> {
  if (sessionIds.length === 0) return new Map()
  const sessions = await findSessions(db, sessionIds)
  return new Map(
    sessions.flatMap(({ id, userAgent }) => {
      const name = nameDevice(userAgent)
      return name ? [[id, name]] : []
    }),
  )
}
