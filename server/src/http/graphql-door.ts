import type { IncomingMessage, ServerResponse } from 'node:http'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { findEnd } from '../auth/authenticate.ts'
import type { BudgetState } from '../budget/budgets.ts'
import { createRequestContext, type Live, type RequestContext } from '../graphql/context.ts'
import { charactersPerPoint } from '../graphql/operation-work.ts'
import { readPlainRequest } from '../graphql/plain-request.ts'
import type { JsonMediaType } from '../graphql/yoga.ts'
import { type Refusal, refuse, sendCompressed } from './answers.ts'
import type { DoorRequest, GraphQLDoorOptions } from './door-request.ts'
import { answerGraphiql } from './graphiql.ts'
import { holdBack } from './hold-back.ts'
import { streamEvents, watchLiveResult } from './live-result.ts'
import { readJsonBody } from './read-body.ts'
import { refuseFailure } from './refuse-failure.ts'
import { tellExpiry } from './tell-expiry.ts'

/** Of somebody's pace: about ten of their requests are begun before others have their turn. */
const POINTS_OF_A_REQUEST = 50
/** What a request costs before it is known what it asks for, so that bad ones cost as well. */
const REQUEST_POINTS = 1

/**
 * `/graphql`: refuses cheaply and in this order what need not be run (method, no valid token, no
 * budget left, type, size), then hands the operation on with the viewer's context.
 */
export async function answerGraphQL(door: DoorRequest, options: GraphQLDoorOptions): Promise<void> {
  const { request, response, url, requestId, facts } = door
  if (request.method !== 'GET' && request.method !== 'POST') {
    const message = 'GraphQL is served by POST, and queries by GET as well'
    const headers = { allow: 'GET, POST, OPTIONS' }
    return refuse(door, { status: 405, code: 'BAD_USER_INPUT', message, headers })
  }
  if (wantsGraphiql(request, url)) return answerGraphiql(door, options)
  try {
    const viewer = await options.authenticate(request.headers.authorization)
    facts.userId = viewer.userId
    tellExpiry(response, viewer)
    const gone = new AbortController()
    response.once('close', () => {
      if (!response.writableFinished) gone.abort()
    })
    const { sources, graphql, authenticate } = options
    const known = {
      requestId,
      facts,
      findEnd: () => findEnd(authenticate, request.headers.authorization, 'anew'),
    }
    const context = createRequestContext(sources, viewer, known, gone.signal)
    try {
      context.budget.spend(REQUEST_POINTS)
    } finally {
      tellBudget(response, context.budget.read())
    }
    await context.pace(POINTS_OF_A_REQUEST)
    if (request.method === 'GET') return await run(door, undefined, context, gone.signal, options)
    const body = await readJsonBody(request, options.requestTimeoutSeconds)
    context.work.spend(Math.floor(body.length / charactersPerPoint))
    const mediaType = plainMediaTypes.get(request.headers.accept ?? '*/*')
    const answer = await inTurn(viewer.userId, body, options, () => {
      const plain = readPlainRequest(body)
      context.plain = plain
      return plain && mediaType && graphql.runPlainly(plain, mediaType, context)
    })
    if (!mediaType || answer === undefined)
      return await run(door, body, context, gone.signal, options)
    tellBudget(response, context.budget.read())
    if (facts.code === 'RATE_LIMITED') await holdBack(response)
    if (typeof answer === 'string') await sendCompressed(request, response, 200, answer, mediaType)
    else await sendAnswer(door, answer)
  } catch (error) {
    await refuseFailure(door, error, options.authenticate)
  }
}

/** Parsing more holds up everybody for milliseconds. */
const LARGE_BODY_CHARACTERS = 50_000

/** Has a person's large bodies read one after the other, so that others get between them. */
function inTurn<T>(
  userId: string,
  body: string | undefined,
  { largeBodies }: GraphQLDoorOptions,
  work: () => T | Promise<T>,
): T | Promise<T> {
  if (body === undefined || body.length < LARGE_BODY_CHARACTERS) return work()
  return largeBodies.run(userId, async () => {
    await nextTurn()
    return work()
  })
}

const notAcceptable: Refusal = {
  status: 406,
  code: 'BAD_USER_INPUT',
  message:
    'What the Accept header names can’t carry this: ask for application/json, and for text/event-stream when it is a subscription.',
}

/** What is answered to these, as Yoga would choose; any other `Accept` is for it to read. */
const plainMediaTypes: ReadonlyMap<string, JsonMediaType> = new Map([
  ['*/*', 'application/json'],
  ['application/json', 'application/json'],
  ['application/graphql-response+json', 'application/graphql-response+json'],
  // What urql sends, and so our own app.
  [
    'application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed',
    'application/graphql-response+json',
  ],
])

/** The long way, by Yoga. */
async function run(
  door: DoorRequest,
  body: string | undefined,
  context: RequestContext,
  signal: AbortSignal,
  options: GraphQLDoorOptions,
): Promise<void> {
  const { request, response, url } = door
  using watch = watchLiveResult(door, options)
  const live: Live = { ...context.live, signal: watch.signal }
  const headers = { accept: request.headers.accept ?? '*/*', 'content-type': 'application/json' }
  const init = { method: request.method ?? 'POST', headers, signal }
  const answer = await inTurn(context.viewer.userId, body, options, () =>
    options.graphql.fetch(url, body === undefined ? init : { ...init, body }, { ...context, live }),
  )
  tellBudget(response, context.budget.read())
  if (context.facts.code === 'RATE_LIMITED') await holdBack(response)
  if (answer.status === 406) return refuse(door, notAcceptable)
  if (live.results) return await streamEvents(live.results, door, watch, options)
  await sendAnswer(door, answer)
}

async function sendAnswer({ request, response }: DoorRequest, answer: Response): Promise<void> {
  copyHeaders(answer, response)
  const [mediaType = 'application/json'] = answer.headers.get('content-type')?.split(';') ?? []
  await sendCompressed(request, response, answer.status, await answer.text(), mediaType)
}

function copyHeaders(answer: Response, response: ServerResponse): void {
  for (const [name, value] of answer.headers) response.setHeader(name, value)
  response.setHeader('cache-control', 'no-store')
}

/** The three headers of draft-ietf-httpapi-ratelimit-headers-03, which most clients know. */
function tellBudget(
  response: ServerResponse,
  { limit, remaining, resetSeconds }: BudgetState,
): void {
  response.setHeader('ratelimit-limit', limit)
  response.setHeader('ratelimit-remaining', remaining)
  response.setHeader('ratelimit-reset', resetSeconds)
}

/** Whether a browser goes there. A link may bring the query along, for its reader to run. */
function wantsGraphiql({ method, headers: { accept = '' } }: IncomingMessage, url: URL): boolean {
  if (method !== 'GET' || !accept.includes('text/html')) return false
  return !url.searchParams.has('query') || !accept.includes('json')
}
