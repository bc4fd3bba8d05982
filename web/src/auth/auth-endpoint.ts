import type { WebConfig } from '../env.ts'
import type { Auth } from './auth.server.ts'
import { otherPerson } from './browser/other-person.ts'
import { personHeader } from './browser/page-person.ts'
import { findAskers } from './open-endpoints.ts'
import { isSameOriginRequest } from './same-origin.ts'
import { prepareAuthHeaders } from './sessions/prepare-auth-headers.ts'

const maxBodyBytes = 64 * 1024
const retryAfterSeconds = 5

/** Refuses what Better Auth needn't see, and passes it the rest. Never rejects. */
export async function answerAuthRequest(
  request: Request,
  { auth, config }: { auth: Auth; config: WebConfig },
): Promise<Response> {
  const refusal = findRefusal(request, config)
  if (refusal) return refusal
  const { logger } = await auth.$context
  try {
    const headers = await prepareAuthHeaders(request.headers, { auth, config })
    if (await isOfOtherPerson(headers, auth)) return Response.json(otherPerson, notKept(409))
    const body = request.body && (await request.text())
    if (body && !isPlainJson(body)) {
      return refuse(400, 'Send the body as JSON whose texts are whole Unicode without a NUL.')
    }
    // Next's own kind of request can't be copied by `new Request(request)`.
    return await auth.handler(new Request(request.url, { method: request.method, headers, body }))
  } catch (error) {
    // Better Auth throws only when the database can't be reached, or for a mistake of ours.
    logger.error('A request could not be answered.', error)
    return refuse(503, 'The accounts can’t be reached right now.', {
      'retry-after': String(retryAfterSeconds),
    })
  }
}

function findRefusal(request: Request, config: WebConfig): Response | undefined {
  const askers = findAskers(request.method, new URL(request.url).pathname)
  if (!askers) return refuse(404, 'There is nothing at this address.')
  if (askers === 'ownPages' && !comesFromOwnPage(request, config)) {
    return refuse(403, 'Only this app’s own pages may ask for this.')
  }
  return request.method === 'GET' ? undefined : findBodyRefusal(request)
}

/** Whether a body is JSON whose texts the database can store. */
function isPlainJson(body: string): boolean {
  let isPlain = true
  try {
    JSON.parse(body, (name, value) => {
      for (const text of [name, value]) {
        if (typeof text === 'string' && (text.includes('\0') || !text.isWellFormed()))
          isPlain = false
      }
      return value
    })
  } catch {
    return false
  }
  return isPlain
}

/** Whether the requesting page was made for somebody other than the signed-in person. */
async function isOfOtherPerson(headers: Headers, auth: Auth): Promise<boolean> {
  const person = headers.get(personHeader)
  if (!person) return false
  const found = await auth.api.getSession({ headers, query: { disableRefresh: true } })
  return found !== null && found.user.id !== person
}

/** A program without a browser sends neither origin nor cookie; a browser says where it is. */
function comesFromOwnPage({ method, headers }: Request, { webOrigins }: WebConfig): boolean {
  if (!isSameOriginRequest(headers, webOrigins)) return false
  const saysWhere = headers.has('origin') || headers.has('sec-fetch-site')
  return method === 'GET' || saysWhere || !headers.has('cookie')
}

/**
 * Only JSON, which no page of another site can send without asking first; and Better Auth reads a
 * body whole, so its size must be known and small before.
 */
function findBodyRefusal({ body, headers }: Request): Response | undefined {
  if (!body) return undefined
  if (!/^application\/json *(;|$)/i.test(headers.get('content-type') ?? '')) {
    return refuse(415, 'Send the body as application/json.')
  }
  const length = headers.get('content-length')
  if (length === null) return refuse(411, 'Send the body with a Content-Length.')
  if (Number(length) > maxBodyBytes) {
    return refuse(413, `The body has ${length} bytes, and the limit is ${maxBodyBytes}.`)
  }
  return undefined
}

function refuse(status: number, message: string, headers: Record<string, string> = {}): Response {
  return Response.json({ message }, notKept(status, headers))
}

function notKept(status: number, headers: Record<string, string> = {}): ResponseInit {
  return { status, headers: { 'cache-control': 'no-store', ...headers } }
}
