import type { IncomingMessage, ServerResponse } from 'node:http'

const ONE_DAY_SECONDS = 86_400

/**
 * Names the origin when it is one of ours, and never reflects another. Tokens travel in a header, so
 * no credentials are allowed. https://fetch.spec.whatwg.org/#http-cors-protocol
 *
 * @returns true when the request was a preflight and is answered
 */
export function answerCors(
  request: IncomingMessage,
  response: ServerResponse,
  webOrigins: readonly string[],
): boolean {
  response.setHeader('vary', 'origin')
  const origin = request.headers.origin
  const allowed = origin !== undefined && webOrigins.includes(origin)
  if (allowed) {
    response.setHeader('access-control-allow-origin', origin)
    response.setHeader(
      'access-control-expose-headers',
      'x-request-id, retry-after, www-authenticate, x-total-tasks, ratelimit-limit, ratelimit-remaining, ratelimit-reset',
    )
  }
  if (request.method !== 'OPTIONS') return false
  if (allowed) {
    response.setHeader('access-control-allow-methods', 'GET, POST')
    response.setHeader('access-control-allow-headers', 'authorization, content-type, x-request-id')
    response.setHeader('access-control-max-age', String(ONE_DAY_SECONDS))
  }
  response.writeHead(204).end()
  return true
}
