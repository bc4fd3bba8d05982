import { findEnd } from '../auth/authenticate.ts'
import type { Viewer } from '../auth/viewer.ts'
import { AppError } from '../errors.ts'
import { createRequestContext, type RequestContext } from '../graphql/context.ts'
import { ApiError, type Caller } from '../mcp/caller.ts'
import { pointsOfARequest } from './graphql-endpoint.ts'
import type { GraphQLEndpointOptions, HttpExchange } from './http-exchange.ts'

/** The context of one operation, or of what is charged before there is one. */
export function createContext(
  { request, requestId, facts }: HttpExchange,
  { sources, authenticate }: GraphQLEndpointOptions,
  viewer: Viewer,
  gone: AbortSignal,
): RequestContext {
  const { authorization } = request.headers
  const known = { requestId, facts, findEnd: () => findEnd(authenticate, authorization, 'fresh') }
  return createRequestContext(sources, viewer, known, gone)
}

/** A caller whose operations run as if they had been sent to `/graphql`, each with a context of its own. */
export function createCaller(
  exchange: HttpExchange,
  options: GraphQLEndpointOptions,
  viewer: Viewer,
  gone: AbortSignal,
): Caller {
  return {
    scopes: viewer.scopes,
    webUrl: options.sources.webUrl,
    async ask<Data>(query: string, variables: Record<string, unknown> = {}) {
      const context = createContext(exchange, options, viewer, gone)
      const plain = { query, variables, operationName: undefined, isDryRun: false }
      context.plain = plain
      await context.pace(pointsOfARequest)
      try {
        const answer =
          (await options.graphql.runPlainly(plain, 'application/json', context)) ??
          (await runNew(options, context, gone))
        const text = typeof answer === 'string' ? answer : await answer.text()
        return readData<Data>(JSON.parse(text))
      } catch (error) {
        throw error instanceof AppError ? new ApiError(error.code, error.message) : error
      }
    },
  }
}

/** Runs a document that has to be read first, when it is the person's turn for that. */
async function runNew(
  { graphql, newTurns }: GraphQLEndpointOptions,
  context: RequestContext,
  gone: AbortSignal,
): Promise<Response> {
  const headers = { accept: 'application/json', 'content-type': 'application/json' }
  const { isDryRun: _, ...operation } = context.plain ?? { isDryRun: false }
  const init = { method: 'POST', headers, signal: gone, body: JSON.stringify(operation) }
  const { answering } = await newTurns.run(context.viewer.userId, gone, async (hold) => ({
    answering: hold(() => graphql.fetch('http://api.invalid/graphql', init, context)),
  }))
  return answering
}

type GraphQLAnswer = {
  data?: unknown
  errors?: {
    message: string
    extensions: {
      code: string
      requestId: string
      mutationId?: string
      issues?: { path: (string | number)[]; message: string }[]
    }
  }[]
}

/** @throws ApiError with the code and the words of the first error, and what is wrong where */
function readData<Data>({ data, errors }: GraphQLAnswer): Data {
  const [error] = errors ?? []
  if (!error) return data as Data
  const { code, issues = [], mutationId, requestId } = error.extensions
  const lines = issues.map(({ path, message }) => `${path.join('.')}: ${message}`)
  const done =
    mutationId && `It was done all the same. Undo: call undo({"mutationId":"${mutationId}"})`
  const id = code === 'INTERNAL_SERVER_ERROR' && `Request id: ${requestId}`
  throw new ApiError(code, [error.message, ...lines, done, id].filter(Boolean).join('\n'))
}
