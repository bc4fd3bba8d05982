import { getWebEnv } from '../env.ts'
import { getAuth } from './auth.server.ts'
import { acceptPreviousSecret } from './previous-secret.ts'

/** A request's headers in the form in which Better Auth understands its session cookie. */
export async function prepareSessionHeaders(headers: Headers): Promise<Headers> {
  const { authCookies } = await getAuth().$context
  return acceptPreviousSecret(headers, authCookies.sessionToken.name, getWebEnv().secrets)
}

/**
 * The signed-in person, or null. For pages: a page can't set cookies, so it leaves the renewal of the
 * session to the token endpoint.
 *
 * @throws Error when the database can't be reached.
 */
export async function findSession(headers: Headers) {
  return getAuth().api.getSession({
    headers: await prepareSessionHeaders(headers),
    query: { disableRefresh: true },
  })
}

/** As `findSession`, but renews the session when it is due; the cookies for that are in `headers`. */
export async function renewSession(headers: Headers) {
  return getAuth().api.getSession({
    headers: await prepareSessionHeaders(headers),
    returnHeaders: true,
  })
}
