import type { IncomingMessage, ServerResponse } from 'node:http'
import { findEnd } from '../auth/authenticate.ts'
import type { BudgetState } from '../budget/budgets.ts'
import { createRequestContext, type Live, type RequestContext } from '../graphql/context.ts'
import { charactersPerPoint } from '../graphql/operation-work.ts'
import { readPlainRequest } from '../graphql/plain-request.ts'
import type { JsonMediaType } from '../graphql/yoga.ts'
import { type Refusal, refuse, sendCompressed } from './answers.ts'
import { setExpiryHeader } from './expiry-header.ts'
import { answerGraphiql } from './graphiql.ts'
import { type Hold, shortMs } from './heavy-turns.ts'
import { holdBack } from './hold-back.ts'
import type { GraphQLEndpointOptions, HttpExchange } from './http-exchange.ts'
import { type LiveWatch, streamEvents, watchLiveResult } from './live-result.ts'
import { BodyRefusedError, readJsonBody } from './read-body.ts'
import { refuseFailure } from './refuse-failure.ts'

/** In points of a person's pace: about ten of their requests are begun before others have their turn. */
export const pointsOfARequest = 50
/** What a request costs before its operation is known, so that bad ones cost something as well. */
export const requestPoints = 1
/** The price of a millisecond of reading a document, if that blocks everybody for noticeably long. */
const pointsPerMs = 10
/**
 * In characters: a shorter document takes long only if the machine is busy or the process has just
 * started.
 */
const shortLength = 4_000

/**
 * `/graphql`: refuses cheaply, in this order, what needn't run (method, no valid token, no budget
 * left, type, size), then runs the operation with the viewer's context.
 */
export async function answerGraphQL(
  exchange: HttpExchange,
  options: GraphQLEndpointOptions,
): Promise<void> {
  const { request, response, url, requestId, facts } = exchange
  if (request.method !== 'GET' && request.method !== 'POST') {
    const message = 'GraphQL is served by POST, and queries by GET as well'
    const headers = { allow: 'GET, POST, OPTIONS' }
    return refuse(exchange, { status: 405, code: 'BAD_USER_INPUT', message, headers })
  }
  if (wantsGraphiql(request, url)) return answerGraphiql(exchange, options)
  try {
    const viewer = await options.authenticate(request.headers.authorization)
    facts.userId = viewer.userId
    setExpiryHeader(response, viewer)
    const gone = new AbortController()
    response.once('close', () => {
      if (!response.writableFinished) gone.abort()
    })
    const { sources, authenticate } = options
    const known = {
      requestId,
      facts,
      findEnd: () => findEnd(authenticate, request.headers.authorization, 'fresh'),
    }
    const context = createRequestContext(sources, viewer, known, gone.signal)
    try {
      context.budget.spend(requestPoints)
    } finally {
      setBudgetHeaders(response, context.budget.read())
    }
    await context.pace(pointsOfARequest)
    const ask = (hold: Hold) => begin(exchange, context, gone.signal, hold, options)
    const begun = isHeavy(request)
      ? await options.largeTurns.run(viewer.userId, gone.signal, ask)
      : await ask((piece) => piece())
    using watch = begun.watch
    setBudgetHeaders(response, context.budget.read())
    if (facts.code === 'RATE_LIMITED') await holdBack(response)
    const { answer, live, mediaType } = begun
    if (typeof answer === 'string')
      return await sendCompressed(request, response, 200, answer, mediaType)
    if (answer.status === 406) return refuse(exchange, notAcceptable)
    if (watch && live?.results) return await streamEvents(live.results, exchange, watch, options)
    await sendAnswer(exchange, answer)
  } catch (error) {
    await refuseFailure(exchange, error, options.authenticate)
  }
}

/** Parsing and running longer bodies blocks everybody for milliseconds. */
const heavyBodyBytes = 50_000

/** Whether a request waits for the person's other requests before its body is read. */
export function isHeavy({ method, headers }: IncomingMessage): boolean {
  if (method === 'GET') return false
  const length = headers['content-length']
  return length === undefined || Number(length) > heavyBodyBytes
}

type Begun = {
  answer: string | Response
  /** The media types of an answer that is text. */
  mediaType: string
  live?: Live
  watch?: LiveWatch
}

/** Reads an operation and runs it, by the fast path where possible. */
async function begin(
  exchange: HttpExchange,
  context: RequestContext,
  gone: AbortSignal,
  hold: Hold,
  options: GraphQLEndpointOptions,
): Promise<Begun> {
  const { request } = exchange
  const accept = request.headers.accept ?? '*/*'
  const body = request.method === 'GET' ? undefined : await readBody(request, context, options)
  const mediaType = plainMediaTypes.get(accept)
  if (body !== undefined) {
    const answer = await hold(() => {
      const plain = readPlainRequest(body)
      context.plain = plain
      return plain && mediaType && options.graphql.runPlainly(plain, mediaType, context)
    })
    if (mediaType && answer !== undefined) return { answer, mediaType }
  }
  const watch = watchLiveResult(exchange, options)
  try {
    const live: Live = { ...context.live, signal: watch.signal }
    const headers = { accept, 'content-type': 'application/json' }
    const init = { method: request.method ?? 'POST', headers, signal: gone }
    const ask = () =>
      options.graphql.fetch(exchange.url, body === undefined ? init : { ...init, body }, {
        ...context,
        live,
      })
    // Only reading the document needs the turn: the operation's database work may take long.
    const { length } = context.plain?.query ?? body ?? exchange.url.search
    const read = async (holdNew: Hold) => {
      const startedAt = performance.now()
      const answering = hold(() => holdNew(ask))
      const longerMs = performance.now() - startedAt - shortMs
      if (longerMs > 0 && length > shortLength) context.budget.charge(longerMs * pointsPerMs)
      return { answering }
    }
    const { answering } = await options.newTurns.run(context.viewer.userId, gone, read)
    return { answer: await answering, mediaType: '', live, watch }
  } catch (error) {
    watch[Symbol.dispose]()
    throw error
  }
}

/** The body as text; it is charged whether it is accepted or not. */
async function readBody(
  request: IncomingMessage,
  { work }: RequestContext,
  { requestTimeoutSeconds }: GraphQLEndpointOptions,
): Promise<string> {
  try {
    const body = await readJsonBody(request, requestTimeoutSeconds)
    work.spend(Math.floor(body.length / charactersPerPoint))
    return body
  } catch (error) {
    if (error instanceof BodyRefusedError)
      work.charge(Math.floor(error.readBytes / charactersPerPoint))
    throw error
  }
}

const notAcceptable: Refusal = {
  status: 406,
  code: 'BAD_USER_INPUT',
  message:
    'What the Accept header names can’t carry this: ask for application/json, and for text/event-stream when it is a subscription.',
}

/** What is answered to these, as Yoga would choose; Yoga reads any other `Accept` itself. */
const plainMediaTypes: ReadonlyMap<string, JsonMediaType> = new Map([
  ['*/*', 'application/json'],
  ['application/json', 'application/json'],
  ['application/graphql-response+json', 'application/graphql-response+json'],
  // This is what urql sends, and so our own app.
  [
    'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed',
    'application/graphql-response+json',
  ],
])

/** Sends an answer that is complete. */
export async function sendAnswer(
  { request, response }: HttpExchange,
  answer: Response,
): Promise<void> {
  copyHeaders(answer, response)
  const [mediaType = 'application/json'] = answer.headers.get('content-type')?.split(';') ?? []
  await sendCompressed(request, response, answer.status, await answer.text(), mediaType)
}

function copyHeaders(answer: Response, response: ServerResponse): void {
  for (const [name, value] of answer.headers) response.setHeader(name, value)
  response.setHeader('cache-control', 'no-store')
}

/** The three headers of draft-ietf-httpapi-ratelimit-headers-03, which most clients know. */
export function setBudgetHeaders(
  response: ServerResponse,
  { limit, remaining, resetSeconds }: BudgetState,
): void {
  response.setHeader('ratelimit-limit', limit)
  response.setHeader('ratelimit-remaining', remaining)
  response.setHeader('ratelimit-reset', resetSeconds)
}

/** Whether a browser opens the address. A link may contain a query, which the page shows and can run. */
function wantsGraphiql({ method, headers: { accept = '' } }: IncomingMessage, url: URL): boolean {
  if (method !== 'GET' || !accept.includes('text/html')) return false
  return !url.searchParams.has('query') || !accept.includes('json')
}
