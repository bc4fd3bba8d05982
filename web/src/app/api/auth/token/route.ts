import { mintApiToken } from '@tend/server/api-token'
import { isSameOriginRequest } from '../../../../auth/same-origin.ts'
import { renewSession } from '../../../../auth/session.server.ts'
import { getWebEnv } from '../../../../env.ts'

/**
 * Turns the session cookie into an API token: `{ "token": … }`. Asked by our own pages only; a token
 * is never kept by anything between here and them.
 */
export async function GET(request: Request): Promise<Response> {
  const config = getWebEnv()
  if (!isSameOriginRequest(request.headers, config.webOrigins)) {
    return answer(403, { message: 'Only this app’s own pages may ask for a token.' })
  }
  const renewed = await renewSession(request.headers).catch(() => undefined)
  if (!renewed) {
    const headers = new Headers({ 'retry-after': '5' })
    return answer(503, { message: 'The session can’t be looked up right now.' }, headers)
  }
  const { response: found, headers } = renewed
  if (!found) return answer(401, { message: 'Nobody is signed in.' }, headers)
  const token = await mintApiToken(
    { userId: found.user.id, sessionId: found.session.id },
    {
      secrets: config.secrets,
      issuer: config.webUrl,
      audience: config.apiUrl,
      ttlSeconds: config.apiTokenTtlSeconds,
    },
  )
  return answer(200, { token }, headers)
}

function answer(status: number, body: unknown, from: Headers = new Headers()): Response {
  const headers = new Headers({ 'cache-control': 'no-store' })
  for (const cookie of from.getSetCookie()) headers.append('set-cookie', cookie)
  const retryAfter = from.get('retry-after')
  if (retryAfter) headers.set('retry-after', retryAfter)
  return Response.json(body, { status, headers })
}
