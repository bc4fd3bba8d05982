import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { isDatabaseUnavailable } from '../db/database-errors.ts'
import { RETRY_AFTER_SECONDS } from '../graphql/mask-error.ts'
import type { Logger } from '../logger.ts'
import { type Refusal, refuse, sendJson } from './answers.ts'
import { answerCors } from './cors.ts'
import type { DoorRequest, GraphQLDoorOptions } from './door-request.ts'
import { answerGraphQL } from './graphql-door.ts'

export interface HttpServerOptions extends GraphQLDoorOptions {
  webOrigins: readonly string[]
  logger: Logger
  /** Whether requests can be served: the database is there and in its newest form. */
  isReady(): Promise<boolean>
}

const HEADERS_TIMEOUT_MS = 15_000
// Longer than the usual idle time of a proxy, so that it is the proxy that closes.
const KEEP_ALIVE_TIMEOUT_MS = 75_000

/** The one door: every request passes here, gets an id, security headers and a line in the log. */
export function createHttpServer(options: HttpServerOptions): Server {
  const server = createServer(
    {
      headersTimeout: HEADERS_TIMEOUT_MS,
      keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
      // The GraphQL door times its bodies itself, and live streams have no end.
      requestTimeout: 0,
    },
    (request, response) => void handle(request, response, options),
  )
  return server
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  options: HttpServerOptions,
): Promise<void> {
  const startedAt = performance.now()
  const requestId = readRequestId(request)
  setCommonHeaders(response, requestId)
  const url = readUrl(request)
  response.once('close', () => {
    const durationMs = Math.round(performance.now() - startedAt)
    const { method } = request
    const path = url?.pathname
    options.logger.info(
      { requestId, method, path, status: response.statusCode, durationMs },
      'request',
    )
  })
  try {
    if (!url) {
      const message = 'The address of the request can’t be read'
      return refuse(response, { status: 400, code: 'BAD_USER_INPUT', message }, requestId)
    }
    await route({ request, response, url, requestId }, options)
  } catch (error) {
    failSafely(error, response, requestId, options.logger)
  }
}

async function route(door: DoorRequest, options: HttpServerOptions): Promise<void> {
  const { request, response, url, requestId } = door
  if (url.pathname === '/livez') return sendJson(response, 200, { status: 'alive' })
  if (url.pathname === '/readyz') {
    const ready = await options.isReady()
    return sendJson(response, ready ? 200 : 503, { status: ready ? 'ready' : 'not ready' })
  }
  if (url.pathname === '/graphql') {
    if (answerCors(request, response, options.webOrigins)) return
    return answerGraphQL(door, options)
  }
  if (url.pathname === '/' && request.method === 'GET') {
    response.writeHead(302, { location: '/graphql' }).end()
    return
  }
  const message = 'There is nothing here; the API is at /graphql'
  refuse(response, { status: 404, code: 'NOT_FOUND', message }, requestId)
}

/** The last net: whatever went wrong, the caller gets a masked answer and the process goes on. */
function failSafely(
  error: unknown,
  response: ServerResponse,
  requestId: string,
  logger: Logger,
): void {
  if (response.destroyed) return
  if (response.headersSent) {
    logger.error({ requestId, err: error }, 'an answer broke off')
    response.destroy()
    return
  }
  if (isDatabaseUnavailable(error)) {
    logger.warn({ requestId, err: error }, 'the database is out of reach')
    refuse(response, outOfReach, requestId)
    return
  }
  logger.error({ requestId, err: error }, 'a request failed')
  refuse(response, failed, requestId)
}

const outOfReach: Refusal = {
  status: 503,
  code: 'SERVICE_UNAVAILABLE',
  message: 'The service is out of reach for a moment. Nothing was lost; try again.',
  headers: { 'retry-after': String(RETRY_AFTER_SECONDS) },
}

const failed: Refusal = {
  status: 500,
  code: 'INTERNAL_SERVER_ERROR',
  message: 'Something went wrong on our side. Its request id helps us to find it.',
}

function setCommonHeaders(response: ServerResponse, requestId: string): void {
  response.setHeader('x-request-id', requestId)
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'no-referrer')
}

/** A caller's own id is kept when it is harmless, so that one id can follow a request everywhere. */
function readRequestId(request: IncomingMessage): string {
  const given = request.headers['x-request-id']
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID()
}

/** Reads origin-form and absolute-form targets (RFC 9112 section 3.2); the host named counts for nothing. */
function readUrl(request: IncomingMessage): URL | undefined {
  const url = URL.parse(request.url ?? '/', 'http://api.invalid')
  return url?.protocol === 'http:' || url?.protocol === 'https:'
    ? new URL(`${url.pathname}${url.search}`, 'http://api.invalid')
    : undefined
}
