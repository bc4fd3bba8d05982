import { getAuth } from '../../../../auth/auth.server.ts'
import { prepareSessionHeaders } from '../../../../auth/session.server.ts'

const maxBodyBytes = 64 * 1024
const retryAfterSeconds = 5

async function handle(request: Request): Promise<Response> {
  const refusal = findBodyRefusal(request)
  if (refusal) return refusal
  const headers = await prepareSessionHeaders(request.headers)
  const prepared = headers === request.headers ? request : new Request(request, { headers })
  try {
    return await getAuth().handler(prepared)
  } catch (error) {
    // What Better Auth doesn't answer itself is a database that can't be reached, or our mistake.
    const { logger } = await getAuth().$context
    logger.error('A request could not be answered.', error)
    return refuse(503, 'The accounts can’t be reached right now.', {
      'retry-after': String(retryAfterSeconds),
    })
  }
}

/** Better Auth reads a body whole, so its size must be known and small before. */
function findBodyRefusal(request: Request): Response | undefined {
  if (request.method === 'GET' || !request.body) return undefined
  const length = request.headers.get('content-length')
  if (length === null) return refuse(411, 'Send the body with a Content-Length.')
  if (Number(length) > maxBodyBytes) {
    return refuse(413, `The body has ${length} bytes, and the limit is ${maxBodyBytes}.`)
  }
  return undefined
}

function refuse(status: number, message: string, headers: Record<string, string> = {}): Response {
  return Response.json(
    { message },
    { status, headers: { 'cache-control': 'no-store', ...headers } },
  )
}

export { handle as GET, handle as POST }
