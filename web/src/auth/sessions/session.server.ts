import { getWebEnv } from '../../env.ts'
import { getAuth } from '../auth.server.ts'
import { listNewDeviceSessions } from './device.queries.ts'
import { prepareAuthHeaders } from './prepare-auth-headers.ts'

/**
 * The signed-in person, or null. For pages: a page can't set cookies, so it leaves the renewal of the
 * session to the token endpoint.
 *
 * @throws Error when the database can't be reached.
 */
export async function findSession(headers: Headers) {
  const auth = getAuth()
  return auth.api.getSession({
    headers: await prepareAuthHeaders(headers, { auth, config: getWebEnv() }),
    query: { disableRefresh: true },
  })
}

/**
 * What the signed-in person can sign in with: `credential` is the password, the others are providers.
 *
 * @throws Error when nobody is signed in, or the database can't be reached.
 */
export async function listAccounts(headers: Headers) {
  const auth = getAuth()
  return auth.api.listUserAccounts({
    headers: await prepareAuthHeaders(headers, { auth, config: getWebEnv() }),
  })
}

/**
 * The ids of the person's sessions that began on a device which was new to the account lately.
 *
 * @throws Error when the database can't be reached.
 */
export async function findNewDeviceSessions(userId: string): Promise<string[]> {
  return listNewDeviceSessions(getAuth().options.database.db, userId)
}
