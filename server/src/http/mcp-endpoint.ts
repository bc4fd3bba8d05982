import type { IncomingMessage } from 'node:http'
import type { RequestContext } from '../graphql/context.ts'
import { charactersPerPoint } from '../graphql/operation-work.ts'
import type { Logger } from '../logger.ts'
import { refuse } from './answers.ts'
import { setExpiryHeader } from './expiry-header.ts'
import {
  isHeavy,
  pointsOfARequest,
  requestPoints,
  sendAnswer,
  setBudgetHeaders,
} from './graphql-endpoint.ts'
import { holdBack } from './hold-back.ts'
import type { GraphQLEndpointOptions, HttpExchange } from './http-exchange.ts'
import { createCaller, createContext } from './mcp-caller.ts'
import { BodyRefusedError, readJsonBody } from './read-body.ts'
import { refuseFailure } from './refuse-failure.ts'

/**
 * `POST /mcp`: the Model Context Protocol for agents. It is refused as `/graphql` is and in the same order,
 * and everything that a tool does is an operation of the API, in this process.
 */
export async function answerMcp(
  exchange: HttpExchange,
  options: GraphQLEndpointOptions & { logger: Logger },
): Promise<void> {
  const { request, response, requestId, facts } = exchange
  if (request.method !== 'POST') {
    const message = 'The Model Context Protocol is served by POST, without sessions and streams'
    const headers = { allow: 'POST, OPTIONS' }
    return refuse(exchange, { status: 405, code: 'BAD_USER_INPUT', message, headers })
  }
  try {
    const viewer = await options.authenticate(request.headers.authorization)
    facts.userId = viewer.userId
    setExpiryHeader(response, viewer)
    const gone = new AbortController()
    response.once('close', () => {
      if (!response.writableFinished) gone.abort()
    })
    const context = createContext(exchange, options, viewer, gone.signal)
    try {
      context.budget.spend(requestPoints)
    } finally {
      setBudgetHeaders(response, context.budget.read())
    }
    await context.pace(pointsOfARequest)
    const read = () => readMessage(request, context, options)
    const message = isHeavy(request)
      ? await options.largeTurns.run(viewer.userId, gone.signal, read)
      : await read()
    // Loading it takes as long as all else at the start, and many never have an agent.
    const { answerMessage } = await import('../mcp/mcp-server.ts')
    const caller = createCaller(exchange, options, viewer, gone.signal)
    const asked = new Request('http://api.invalid/mcp', {
      method: 'POST',
      headers: listHeaders(request),
      signal: gone.signal,
    })
    const answer = await answerMessage(asked, message, caller, (error) => {
      if (!gone.signal.aborted) options.logger.error({ requestId, err: error }, 'a tool failed')
    })
    setBudgetHeaders(response, context.budget.read())
    if (facts.code === 'RATE_LIMITED') await holdBack(response)
    // A notification is only acknowledged.
    if (answer.body) return await sendAnswer(exchange, answer)
    response.writeHead(answer.status, { 'cache-control': 'no-store', 'content-length': 0 }).end()
  } catch (error) {
    await refuseFailure(exchange, error, options.authenticate)
  }
}

/** The body, parsed and charged. Several messages in one body were allowed by one revision alone, in 2025. */
async function readMessage(
  request: IncomingMessage,
  { work }: RequestContext,
  { requestTimeoutSeconds }: GraphQLEndpointOptions,
): Promise<unknown> {
  const message = parse(await readBody(request, requestTimeoutSeconds, work))
  if (Array.isArray(message)) throw new BodyRefusedError(400, 'Send one message at a time')
  return message
}

async function readBody(
  request: IncomingMessage,
  timeoutSeconds: number,
  work: RequestContext['work'],
): Promise<string> {
  try {
    const body = await readJsonBody(request, timeoutSeconds)
    work.spend(Math.floor(body.length / charactersPerPoint))
    return body
  } catch (error) {
    if (!(error instanceof BodyRefusedError)) throw error
    work.charge(Math.floor(error.readBytes / charactersPerPoint))
    // GraphQL's errors are answers with 200; here that would be taken for a message of the protocol.
    const { status, ...refusal } = error.refusal
    throw new BodyRefusedError(status === 200 ? 400 : status, error.message, refusal)
  }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw new BodyRefusedError(400, 'The body must be JSON')
  }
}

/** What the protocol needs of the request; the token stays here. */
function listHeaders({ headers }: IncomingMessage): [string, string][] {
  return Object.entries(headers).flatMap(([name, value]) => {
    const isProtocols = name === 'accept' || name === 'content-type' || name.startsWith('mcp-')
    return isProtocols && typeof value === 'string' ? [[name, value]] : []
  })
}
