import type { ExecutionResult } from 'graphql'
import {
  createYoga,
  isAsyncIterable,
  mapAsyncIterator,
  type YogaServerInstance,
} from 'graphql-yoga'
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
          const { requestId } = serverContext as unknown as RequestContext
          const mask = <Result extends ExecutionResult>(one: Result): Result => {
            if (!one.errors) return one
            return {
              ...one,
              errors: one.errors.map((error) => maskError(error, requestId, logger)),
            }
          }
          if (isAsyncIterable(result)) setResult(mapAsyncIterator(result, mask))
          else if (!Array.isArray(result)) setResult(mask(result as ExecutionResult))
        },
      },
    ],
  })
}
