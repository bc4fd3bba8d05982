import type {
  DocumentNode,
  ExecutionArgs,
  ExecutionResult,
  GraphQLError,
  GraphQLSchema,
} from 'graphql'
import {
  createYoga,
  type GraphQLParams,
  isAsyncIterable,
  mapAsyncIterator,
  processRegularResult,
  type YogaInitialContext,
  type YogaServerInstance,
} from 'graphql-yoga'
import { maxReportedProblems, type QueryLimits } from '../domain/limits.ts'
import { type ErrorCode, helpUrl } from '../errors.ts'
import type { Logger } from '../logger.ts'
import type { Tracing } from '../telemetry/tracing.ts'
import { compileQueries } from './compile-queries.plugin.ts'
import type { RequestContext } from './context.ts'
import { KnownDocuments } from './known-documents.ts'
import { limitQueries } from './limit-queries.plugin.ts'
import { addMutationIds, dropStatus, isInternalError, maskError } from './mask-error.ts'
import { observeOperations } from './observe-operations.plugin.ts'
import type { PlainRequest } from './plain-request.ts'

export type JsonMediaType = 'application/json' | 'application/graphql-response+json'

/** Parses, validates and runs operations; the HTTP endpoint has done everything before that. */
export type GraphQLServer = {
  /** The handler for everything in GraphQL over HTTP. */
  fetch: YogaServerInstance<RequestContext, object>['fetch']
  /**
   * The fast path for queries and mutations that `fetch` has run twice before, so that their documents are
   * valid and compiled: without the cost of a `Request` and a `Response`, but with the same limits and the
   * same execution. Yoga writes an answer with errors.
   *
   * @returns undefined for operations that it leaves to `fetch`
   */
  runPlainly(
    request: PlainRequest,
    mediaType: JsonMediaType,
    context: RequestContext,
  ): Promise<string | Response | undefined>
}

export function createGraphQLServer(
  schema: GraphQLSchema,
  logger: Logger,
  limits: QueryLimits,
  tracing: Tracing,
  apiUrl: string,
): GraphQLServer {
  /** Charges a result's cost, and replaces the result by an error when that was too much. */
  async function conclude(
    made: ExecutionResult,
    context: RequestContext,
  ): Promise<ExecutionResult> {
    const { work, facts, requestId } = context
    work.conclude(made.data)
    const result = work.excess ? { errors: [work.excess] } : made
    if (!result.errors) return result
    // The data of an account that was just deleted is gone, which isn't our failure.
    const ended = result.errors.some(isInternalError) ? await context.findEnd() : undefined
    const found = ended ? [ended] : result.errors.slice(0, maxReportedProblems)
    const masked = found.map((error) =>
      addMutationIds(
        addHelp(maskError(error, requestId, logger), apiUrl),
        work.listMutationsAt('path' in error ? error.path : undefined),
      ),
    )
    const errors = hasAnswers(result.data) ? masked.map(dropStatus) : masked
    facts.code ??= errors[0]?.extensions.code as ErrorCode
    return ended ? { errors } : { ...result, errors }
  }
  const runOnce = new WeakSet<DocumentNode>()
  const knownDocuments = new KnownDocuments()
  const yoga = createYoga<RequestContext, object>({
    schema,
    graphqlEndpoint: '/graphql',
    graphiql: false,
    landingPage: false,
    cors: false,
    multipart: false,
    batching: false,
    logging: false,
    // The endpoint has measured the body already.
    maxRequestBodySize: false,
    // Charged below, where the request is known.
    maskedErrors: false,
    plugins: [
      {
        onRequestParse({ serverContext, setRequestParser }) {
          const { plain } = serverContext as unknown as RequestContext
          // Parsing a large body a second time would delay everybody again.
          if (!plain) return
          const { isDryRun: _, ...params } = plain
          setRequestParser(() => params as GraphQLParams)
        },
        onExecute({ args }: { args: ExecutionArgs }) {
          const { params, viewer } = args.contextValue as RequestContext &
            Partial<YogaInitialContext>
          // The document is compiled when it runs again, which takes milliseconds: that needs a
          // turn too.
          if (!runOnce.has(args.document)) runOnce.add(args.document)
          else if (params?.query)
            knownDocuments.remember(params.query, args.document, viewer.userId)
        },
      },
      compileQueries(),
      observeOperations(tracing),
      limitQueries(limits),
      {
        async onResultProcess({
          result,
          setResult,
          resultProcessor,
          setResultProcessor,
          serverContext,
        }) {
          const context = serverContext as unknown as RequestContext
          if (isAsyncIterable(result)) {
            const results = result as AsyncIterable<ExecutionResult>
            context.live.results = mapAsyncIterator(results, async (one) => {
              const event = await conclude(one, context)
              context.live.noteMade?.()
              return event
            })
            // The endpoint sends them: Yoga's streams would take several times as much memory per subscriber.
            if (resultProcessor)
              setResultProcessor((_, { Response }) => new Response(), 'text/event-stream')
          } else if (!Array.isArray(result))
            setResult(await conclude(result as ExecutionResult, context))
        },
      },
    ],
  })

  return {
    fetch: yoga.fetch,
    async runPlainly({ query, variables, operationName }, mediaType, context) {
      const document = knownDocuments.find(query, operationName, context.viewer.userId)
      if (!document) return undefined
      const { execute } = yoga.getEnveloped(context)
      const made: ExecutionResult = await execute({
        schema,
        document,
        contextValue: context,
        variableValues: variables,
        operationName,
      })
      const result = await conclude(made, context)
      if (!result.errors) return JSON.stringify(result)
      return processRegularResult(result, yoga.fetchAPI, mediaType)
    },
  }
}

function addHelp(error: GraphQLError, apiUrl: string): GraphQLError {
  error.extensions.help = helpUrl(apiUrl, error.extensions.code as ErrorCode)
  return error
}

/** Whether a field at the root has an answer, whatever happened to the others. */
function hasAnswers(data: ExecutionResult['data']): boolean {
  return Object.values(data ?? {}).some((field) => field !== null)
}
