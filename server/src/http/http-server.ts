import { randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { isDatabaseUnavailable } from '../db/database-errors.ts'
import { maxLiveResults } from '../domain/limits.ts'
import { hideSecret } from '../domain/text/hide-secret.ts'
import { usualRetryAfterSeconds } from '../graphql/mask-error.ts'
import type { Logger } from '../logger.ts'
import type { AnswerLink } from '../reminders/answer-link.ts'
import type { RequestFacts } from '../telemetry/request-facts.ts'
import type { Tracing } from '../telemetry/tracing.ts'
import type { CheckView } from '../transfer/import-reader.ts'
import { type Refusal, refuse, sendJson } from './answers.ts'
import { answerCors, type ReadableBy } from './cors.ts'
import { answerDocs, isOfDocs } from './docs-endpoint.ts'
import { answerExport } from './export-endpoint.ts'
import { answerFeed, type FeedEndpointOptions, isOfFeeds } from './feed-endpoint.ts'
import { answerGraphiqlFile, graphiqlFolder } from './graphiql.ts'
import { answerGraphQL } from './graphql-endpoint.ts'
import { createHeartbeat } from './heartbeat.ts'
import { HeavyTurns } from './heavy-turns.ts'
import type {
  GraphQLEndpointOptions,
  HttpExchange,
  TransferEndpointOptions,
  TransferLimits,
} from './http-exchange.ts'
import { answerImport } from './import-endpoint.ts'
import { answerMcp } from './mcp-endpoint.ts'
import { answerMetrics, type MetricsEndpointOptions } from './metrics-endpoint.ts'
import { answerReminders, isOfReminders } from './reminders-endpoint.ts'
import { findRepeatedHeader } from './repeated-header.ts'
import { createTransferSlots } from './transfer-slots.ts'
import { createTurns } from './turns.ts'
import { UnreadAnswers } from './unread-answer.ts'
import { answerUnreadable } from './unreadable-request.ts'

export interface HttpServerOptions
  extends Omit<GraphQLEndpointOptions, 'askAgain' | 'largeTurns' | 'newTurns'>,
    Pick<FeedEndpointOptions, 'findFeed'> {
  readableBy: ReadableBy
  /** Where callers reach it, without a slash at the end. */
  apiUrl: string
  transferLimits: TransferLimits
  checkView: CheckView
  logger: Logger
  tracing: Tracing
  /** Answers the links of mails. */
  answerLink: AnswerLink
  /** Undefined: there is no such endpoint. */
  metrics: MetricsEndpointOptions | undefined
  /** Whether requests can be served: the database is there and in its newest form. */
  isReady(): Promise<boolean>
}

// A valid session is cached for 5 seconds, and an ended token must be refused within 10.
const askAgainMs = 3_000
// How often connections are checked for headers that take too long.
const lookEveryMs = 1_000
// This is longer than the usual idle time of a proxy, so that the proxy closes the connection.
const keepAliveTimeoutMs = 75_000

/** Large requests wait unread. Receiving the bytes and freeing them can't be measured. */
const largeBodies = { waitingPerPerson: 20, leastRestMs: 50 }
/** Documents have been read, and are short. Twice as many live results may be opened at once. */
const newDocuments = { waitingPerPerson: 2 * maxLiveResults, leastRestMs: 2 }

/** Every request passes through here and gets an id, security headers and a line in the log. */
export function createHttpServer(options: HttpServerOptions): Server {
  const serving = {
    ...options,
    transferSlots: createTransferSlots(options.transferLimits.perProcess),
    exportTurns: createTurns(options.transferLimits.atOnce),
    importTurns: createTurns(options.transferLimits.atOnce),
    askAgain: createHeartbeat(askAgainMs),
    largeTurns: new HeavyTurns(largeBodies),
    newTurns: new HeavyTurns(newDocuments),
    unread: new UnreadAnswers(options.transferLimits),
  }
  const server = createServer(
    {
      headersTimeout: options.requestTimeoutSeconds * 1000,
      connectionsCheckingInterval: lookEveryMs,
      keepAliveTimeout: keepAliveTimeoutMs,
      // The GraphQL endpoint times its bodies itself, and live streams have no end.
      requestTimeout: 0,
    },
    (request, response) => void handle(request, response, serving),
  )
  answerUnreadable(server, commonHeaders)
  return server
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  options: Serving,
): Promise<void> {
  const startedAt = performance.now()
  const requestId = readRequestId(request)
  setCommonHeaders(response, requestId)
  const url = readUrl(request)
  const facts: RequestFacts = {}
  options.unread.watch(response, () => facts.userId)
  const trace = options.tracing.beginRequest(request)
  const exchange = { request, response, requestId, apiUrl: options.apiUrl, facts, trace }
  response.once('close', () =>
    noteRequest(exchange, url && hideSecret(url.pathname), startedAt, options),
  )
  try {
    if (answerCors(request, response, options.readableBy)) return
    if (!url) {
      const message = 'The address of the request can’t be read'
      return refuse(exchange, { status: 400, code: 'BAD_USER_INPUT', message })
    }
    const repeated = findRepeatedHeader(request)
    if (repeated) return refuse(exchange, refuseRepeated(repeated))
    await trace.run(() => route({ ...exchange, url }, options))
  } catch (error) {
    failSafely(exchange, error, options.logger)
  }
}

/** Finishes a request: writes its log line and metrics, and ends its trace. */
function noteRequest(
  { request, response, requestId, facts, trace }: Omit<HttpExchange, 'url'>,
  path: string | undefined,
  startedAt: number,
  { logger, metrics }: Serving,
): void {
  const durationMs = performance.now() - startedAt
  const { userId, operation, code } = facts
  const status = response.statusCode
  logger.info(
    {
      requestId,
      userId,
      method: request.method,
      path,
      operation: operation?.kind,
      operationName: operation?.name,
      status,
      code,
      durationMs: Math.round(durationMs),
    },
    'request',
  )
  metrics?.metrics.observeRequest(
    path && Object.hasOwn(endpoints, path) ? path : 'other',
    facts,
    durationMs / 1000,
  )
  trace.end(facts, status)
}

type Serving = HttpServerOptions &
  GraphQLEndpointOptions &
  TransferEndpointOptions & { unread: UnreadAnswers }

const endpoints: Readonly<
  Record<string, (exchange: HttpExchange, options: Serving) => Promise<void>>
> = {
  '/graphql': answerGraphQL,
  '/export.json': answerExport,
  '/export.csv': answerExport,
  '/export.ics': answerExport,
  '/export.md': answerExport,
  '/export.txt': answerExport,
  '/import': answerImport,
  '/mcp': answerMcp,
}

async function route(exchange: HttpExchange, options: Serving): Promise<void> {
  const { request, response, url } = exchange
  if (url.pathname === '/livez') return sendJson(response, 200, { status: 'alive' })
  if (url.pathname === '/readyz') {
    const ready = await options.isReady()
    return sendJson(response, ready ? 200 : 503, { status: ready ? 'ready' : 'not ready' })
  }
  if (url.pathname === '/metrics' && options.metrics)
    return answerMetrics(exchange, options.metrics)
  const answer = endpoints[url.pathname]
  if (answer) return answer(exchange, options)
  if (url.pathname === '/' && request.method === 'GET') {
    response.writeHead(302, { location: '/graphql' }).end()
    return
  }
  if (isOfFeeds(url.pathname)) return answerFeed(exchange, options)
  if (isOfReminders(url.pathname)) return answerReminders(exchange, options)
  if (isOfDocs(url.pathname)) return answerDocs(exchange, options.schema)
  if (url.pathname.startsWith(graphiqlFolder) && isRead(request)) {
    if (await answerGraphiqlFile(exchange, options)) return
  }
  const message = 'There is nothing here; the API is at /graphql, its documentation at /docs'
  refuse(exchange, { status: 404, code: 'NOT_FOUND', message })
}

function isRead({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD'
}

/** Handles every other failure: the caller gets a masked answer, and the process continues. */
function failSafely(exchange: Omit<HttpExchange, 'url'>, error: unknown, logger: Logger): void {
  const { response, requestId, facts } = exchange
  if (response.destroyed) return
  if (response.headersSent) {
    logger.error({ requestId, err: error }, 'an answer broke off')
    facts.code = 'INTERNAL_SERVER_ERROR'
    response.destroy()
    return
  }
  if (isDatabaseUnavailable(error)) {
    logger.warn({ requestId, err: error }, 'the database is out of reach')
    refuse(exchange, outOfReach)
    return
  }
  logger.error({ requestId, err: error }, 'a request failed')
  refuse(exchange, failed)
}

const outOfReach: Refusal = {
  status: 503,
  code: 'SERVICE_UNAVAILABLE',
  message: 'The service is out of reach for a moment. Nothing was lost; try again.',
  headers: { 'retry-after': String(usualRetryAfterSeconds) },
}

const failed: Refusal = {
  status: 500,
  code: 'INTERNAL_SERVER_ERROR',
  message: 'Something went wrong on our side. Its request id helps us to find it.',
}

function refuseRepeated(name: string): Refusal {
  const message = `The header ${name} was sent more than once: send it once`
  const challenge = 'Bearer realm="tend", error="invalid_request"'
  const headers: Record<string, string> = {
    connection: 'close',
    ...(name === 'authorization' && { 'www-authenticate': challenge }),
  }
  return { status: 400, code: 'BAD_USER_INPUT', message, headers }
}

const commonHeaders = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' }

function setCommonHeaders(response: ServerResponse, requestId: string): void {
  response.setHeader('x-request-id', requestId)
  for (const [name, value] of Object.entries(commonHeaders)) response.setHeader(name, value)
}

/** A caller's own id is kept if it is harmless, so that one id can follow a request everywhere. */
function readRequestId(request: IncomingMessage): string {
  const given = request.headers['x-request-id']
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID()
}

/** Reads origin-form and absolute-form targets (RFC 9112 section 3.2); the named host is ignored. */
function readUrl(request: IncomingMessage): URL | undefined {
  const url = URL.parse(request.url ?? '/', 'http://api.invalid')
  return url?.protocol === 'http:' || url?.protocol === 'https:'
    ? new URL(`${url.pathname}${url.search}`, 'http://api.invalid')
    : undefined
}
