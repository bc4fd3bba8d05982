import type { IncomingMessage, ServerResponse } from 'node:http'

const oneDaySeconds = 86_400

/** Which pages may read answers, by origin: `*` means all. */
export type ReadableBy = '*' | readonly string[]

/**
 * Says which origins' pages may read the answer, and never reflects an origin that isn't named. Tokens are
 * sent in a header that a page must set itself, so no credentials are allowed, and a page without a token
 * can do no more than any other program. https://fetch.spec.whatwg.org/#http-cors-protocol
 *
 * @returns true when the request was a preflight and is answered
 */
export function answerCors(
  request: IncomingMessage,
  response: ServerResponse,
  readableBy: ReadableBy,
): boolean {
  const allowed = findAllowed(request.headers.origin, readableBy)
  if (readableBy !== '*') response.setHeader('vary', 'origin')
  if (allowed !== undefined) {
    response.setHeader('access-control-allow-origin', allowed)
    response.setHeader(
      'access-control-expose-headers',
      'x-request-id, retry-after, www-authenticate, allow, content-disposition, x-total-tasks, x-token-expires-at, ratelimit-limit, ratelimit-remaining, ratelimit-reset',
    )
  }
  if (request.method !== 'OPTIONS') return false
  if (allowed !== undefined) {
    response.setHeader('access-control-allow-methods', 'GET, POST')
    response.setHeader(
      'access-control-allow-headers',
      'authorization, content-type, x-request-id, traceparent, tracestate, mcp-protocol-version, mcp-method, mcp-name',
    )
    response.setHeader('access-control-max-age', String(oneDaySeconds))
  }
  response.writeHead(204).end()
  return true
}

function findAllowed(origin: string | undefined, readableBy: ReadableBy): string | undefined {
  if (readableBy === '*') return '*'
  return origin !== undefined && readableBy.includes(origin) ? origin : undefined
}
