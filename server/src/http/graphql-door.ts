import type { IncomingMessage } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { UnauthenticatedError } from '../auth/authenticate.ts'
import { createRequestContext, type RequestContext } from '../graphql/context.ts'
import { type Refusal, refuse } from './answers.ts'
import type { DoorRequest, GraphQLDoorOptions } from './door-request.ts'
import { graphiqlPage } from './graphiql.ts'
import { type LiveWatch, streamEvents, watchLiveResult } from './live-result.ts'
import { BodyRefusedError, readJsonBody } from './read-body.ts'

/**
 * `/graphql`: refuses cheaply and in this order what need not be run (method, no valid token, type,
 * size), then hands the operation on with the viewer's context.
 */
export async function answerGraphQL(door: DoorRequest, options: GraphQLDoorOptions): Promise<void> {
  const { request, response, url, requestId } = door
  if (request.method !== 'GET' && request.method !== 'POST') {
    const message = 'GraphQL is served by POST, and queries by GET as well'
    const headers = { allow: 'GET, POST, OPTIONS' }
    return refuse(response, { status: 405, code: 'BAD_USER_INPUT', message, headers }, requestId)
  }
  if (wantsGraphiQL(request, url)) return graphiqlPage(response)
  try {
    const viewer = await options.authenticate(request.headers.authorization)
    const body = request.method === 'POST' ? await readJsonBody(request) : undefined
    using watch = watchLiveResult(door, options)
    const live = { ...options.sources.live, signal: watch.signal }
    const context = createRequestContext({ ...options.sources, live }, viewer, requestId)
    await run(door, body, context, options.graphql, watch)
  } catch (error) {
    if (error instanceof UnauthenticatedError) return refuseUnauthenticated(door, error)
    if (!(error instanceof BodyRefusedError)) throw error
    // What is left of the body is not read, so the connection can't be used again.
    response.setHeader('connection', 'close')
    refuse(response, error.refusal, requestId)
  }
}

const notAcceptable: Refusal = {
  status: 406,
  code: 'BAD_USER_INPUT',
  message:
    'What the Accept header names can’t carry this: ask for application/json, and for text/event-stream when it is a subscription.',
}

async function run(
  { request, response, url, requestId }: DoorRequest,
  body: string | undefined,
  context: RequestContext,
  graphql: GraphQLDoorOptions['graphql'],
  watch: LiveWatch,
): Promise<void> {
  const gone = new AbortController()
  response.once('close', () => gone.abort())
  const headers = { accept: request.headers.accept ?? '*/*', 'content-type': 'application/json' }
  const init = { method: request.method ?? 'POST', headers, signal: gone.signal }
  const answer = await graphql.fetch(url, body === undefined ? init : { ...init, body }, context)
  if (answer.status === 406) return refuse(response, notAcceptable, requestId)
  for (const [name, value] of answer.headers) response.setHeader(name, value)
  response.setHeader('cache-control', 'no-store')
  if (answer.body && answer.headers.get('content-type')?.startsWith('text/event-stream'))
    return streamEvents(answer.body, response, watch)
  response.writeHead(answer.status)
  if (!answer.body) return void response.end()
  await pipeline(answer.body, response)
}

/** RFC 6750 section 3: the challenge names an error only when a token was sent. */
function refuseUnauthenticated(
  { response, requestId }: DoorRequest,
  error: UnauthenticatedError,
): void {
  const challenge = error.tokenSent
    ? `Bearer realm="tend", error="invalid_token", error_description="${error.message.replaceAll('"', "'")}"`
    : 'Bearer realm="tend"'
  const headers = { 'www-authenticate': challenge, connection: 'close' }
  const { message } = error
  refuse(response, { status: 401, code: 'UNAUTHENTICATED', message, headers }, requestId)
}

function wantsGraphiQL(request: IncomingMessage, url: URL): boolean {
  const accepts = request.headers.accept ?? ''
  return request.method === 'GET' && accepts.includes('text/html') && !url.searchParams.has('query')
}
