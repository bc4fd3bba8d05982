import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Authenticate } from '../auth/authenticate.ts'
import type { ContextSources } from '../graphql/context.ts'
import type { createGraphQLServer } from '../graphql/yoga.ts'

export interface GraphQLDoorOptions {
  authenticate: Authenticate
  /** What contexts are made of; a live result ends when its signal aborts. */
  sources: ContextSources
  graphql: ReturnType<typeof createGraphQLServer>
}

export interface DoorRequest {
  request: IncomingMessage
  response: ServerResponse
  url: URL
  requestId: string
}
