import { getIP } from 'better-auth/api'
import type { WebConfig } from '../../env.ts'
import { takeAttempts } from '../attempts/attempt-limit.ts'
import { tokenRules } from '../attempts/attempt-rules.ts'
import { describeWait } from '../attempts/describe-wait.ts'
import type { Auth } from '../auth.server.ts'
import { otherPerson } from '../browser/other-person.ts'
import { isSameOriginRequest } from '../same-origin.ts'
import { prepareAuthHeaders } from './prepare-auth-headers.ts'
import { mintSessionToken } from './session-token.ts'

type Peers = { auth: Auth; config: WebConfig }

/**
 * Turns the session cookie into an API token: `{ "token": … }`, and renews the session when it is
 * due. Only for our own pages; a token is never cached on its way to them. A page names its person as
 * `?person=`, and gets no token of anybody else. Never rejects.
 */
export async function answerTokenRequest(request: Request, peers: Peers): Promise<Response> {
  if (!isSameOriginRequest(request.headers, peers.config.webOrigins)) {
    return answer(403, { message: 'Only this app’s own pages may ask for a token.' })
  }
  return makeToken(request, peers).catch(() =>
    answer(503, { message: 'The session can’t be looked up right now.' }, { 'retry-after': '5' }),
  )
}

async function makeToken(request: Request, { auth, config }: Peers): Promise<Response> {
  const headers = await prepareAuthHeaders(request.headers, { auth, config })
  const { response: found, headers: renewed } = await auth.api.getSession({
    headers,
    returnHeaders: true,
  })
  const waitSeconds = await takeAttempts(auth.options.database.db, tokenRules, {
    endpoint: '/token',
    address: getIP(headers, auth.options) ?? 'unknown',
    person: found?.user.id,
  })
  if (waitSeconds > 0) {
    const body = { code: 'TOO_MANY_ATTEMPTS', message: describeWait(waitSeconds) }
    return answer(429, body, { 'retry-after': String(waitSeconds) })
  }
  const cookies = renewed.getSetCookie().map((cookie): [string, string] => ['set-cookie', cookie])
  if (!found) return answer(401, { message: 'Nobody is signed in.' }, cookies)
  const wanted = new URL(request.url).searchParams.get('person')
  if (wanted && wanted !== found.user.id) return answer(409, otherPerson, cookies)
  return answer(200, { token: await mintSessionToken(found, config) }, cookies)
}

function answer(status: number, body: unknown, headers: HeadersInit = {}): Response {
  const response = Response.json(body, { status, headers })
  response.headers.set('cache-control', 'no-store')
  return response
}
