import { createYoga, type YogaServerInstance } from 'graphql-yoga'
import type { Logger } from '../logger.ts'
import type { RequestContext } from './context.ts'
import { maskError } from './mask-error.ts'
import { schema } from './schema.ts'

/** Parses, validates and runs operations; the HTTP door has done everything before that. */
export function createGraphQLServer(logger: Logger): YogaServerInstance<RequestContext, object> {
  return createYoga<RequestContext, object>({
    schema,
    graphqlEndpoint: '/graphql',
    graphiql: false,
    landingPage: false,
    cors: false,
    multipart: false,
    batching: false,
    logging: false,
    // Done below, where the request is known.
    maskedErrors: false,
    plugins: [
      {
        onResultProcess({ result, setResult, serverContext }) {
          if (Array.isArray(result) || !('errors' in result) || !result.errors) return
          const { requestId } = serverContext as unknown as RequestContext
          const errors = result.errors.map((error) => maskError(error, requestId, logger))
          setResult({ ...result, errors })
        },
      },
    ],
  })
}
