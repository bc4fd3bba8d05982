import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Authenticate } from '../auth/authenticate.ts'
import type { ContextSources } from '../graphql/context.ts'
import type { GraphQLServer } from '../graphql/yoga.ts'
import type { RequestFacts } from '../telemetry/request-facts.ts'
import type { RequestTrace } from '../telemetry/tracing.ts'
import type { Pulse } from './pulse.ts'
import type { TransferSlots } from './transfer-slots.ts'

export interface GraphQLDoorOptions {
  authenticate: Authenticate
  /** What contexts are made of; a live result ends when its signal aborts. */
  sources: ContextSources
  graphql: GraphQLServer
  /** How long a request may take to arrive, its head and its body each. */
  requestTimeoutSeconds: number
  /** When live results look whether their session has been ended. */
  askAgain: Pulse
  /** How often a live result that is silent gives a sign of life. */
  pingEverySeconds: number
}

export interface TransferDoorOptions extends Pick<GraphQLDoorOptions, 'authenticate' | 'sources'> {
  transferSlots: TransferSlots
}

export interface DoorRequest {
  request: IncomingMessage
  response: ServerResponse
  url: URL
  requestId: string
  facts: RequestFacts
  trace: RequestTrace
}
