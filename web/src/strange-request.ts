import type { IncomingMessage, ServerResponse } from 'node:http'

// Next fails before it calls our proxy when it can't make a `Request` of something: the answer would be
// a 500 without the headers that all others have.

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** The status to refuse a request with that can't be for a page or route; undefined otherwise. */
export function findStrangeness({
  method = 'GET',
  url = '/',
}: Pick<IncomingMessage, 'method' | 'url'>): 400 | 405 | undefined {
  if (!methods.includes(method)) return 405
  return isReadable(url) ? undefined : 400
}

/** Answers it. */
export function refuseStrange(response: ServerResponse, status: 400 | 405): void {
  const text = status === 405 ? 'There is no such method here' : 'The address can’t be read'
  refuse(response, status, text, status === 405 ? { allow: methods.join(', ') } : {})
}

/** Answers a client that has asked for too many pages. */
export function refuseBusy(response: ServerResponse, retryAfterSeconds: number): void {
  const text = 'Too many pages were asked for from your network. Wait a few seconds and try again.'
  refuse(response, 503, text, { 'retry-after': String(retryAfterSeconds) })
}

function refuse(
  response: ServerResponse,
  status: number,
  text: string,
  headers: Readonly<Record<string, string>>,
): void {
  response.writeHead(status, {
    'content-type': 'text/plain; charset=utf-8',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'cache-control': 'no-store',
    connection: 'close',
    ...headers,
  })
  response.end(`${text}\n`)
}

/** Whether a target is a path (RFC 9112 section 3.2.1) whose escapes are UTF-8 (RFC 3986). */
function isReadable(target: string): boolean {
  if (!target.startsWith('/') || !URL.canParse(target, 'http://web.invalid')) return false
  try {
    decodeURIComponent(target.split(/[?#]/)[0] ?? '')
    return true
  } catch {
    return false
  }
}
