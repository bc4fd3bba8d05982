import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Authenticate } from '../auth/authenticate.ts'
import type { ContextSources } from '../graphql/context.ts'
import type { GraphQLServer } from '../graphql/yoga.ts'
import type { Logger } from '../logger.ts'
import type { RequestFacts } from '../telemetry/request-facts.ts'
import type { RequestTrace } from '../telemetry/tracing.ts'
import type { CheckView } from '../transfer/import-reader.ts'
import type { ExplorerOptions } from './graphiql.ts'
import type { Heartbeat } from './heartbeat.ts'
import type { HeavyTurns } from './heavy-turns.ts'
import type { TransferSlots } from './transfer-slots.ts'
import type { Turns } from './turns.ts'

export interface GraphQLEndpointOptions extends ExplorerOptions {
  authenticate: Authenticate
  /** The parts of a request's context; a live result ends when its signal aborts. */
  sources: ContextSources
  graphql: GraphQLServer
  /** For requests with a large body. */
  largeTurns: HeavyTurns
  /** For documents that have to be parsed and validated first, and for opening live results. */
  newTurns: HeavyTurns
  /** How long a request may take to arrive, its head and its body each. */
  requestTimeoutSeconds: number
  /** When live results check whether their session has ended. */
  askAgain: Heartbeat
  /** How often a silent live result sends a heartbeat. */
  pingEverySeconds: number
  /** How long an event may stay unread. */
  eventReaderSeconds: number
}

export interface TransferEndpointOptions
  extends Pick<GraphQLEndpointOptions, 'authenticate' | 'sources'> {
  logger: Logger
  transferSlots: TransferSlots
  exportTurns: Turns
  importTurns: Turns
  checkView: CheckView
  transferLimits: TransferLimits
}

export type TransferLimits = {
  /** How many exports and imports may be under way, including those that wait for their client. */
  perProcess: number
  /** How many exports, and how many imports, may hold a connection of the database. */
  atOnce: number
  maxExportBytes: number
  /** How long a client may neither read nor send anything. */
  stallSeconds: number
  /** The least that a client must read or send in the long run. */
  leastBytesPerSecond: number
}

export type HttpExchange = {
  request: IncomingMessage
  response: ServerResponse
  url: URL
  requestId: string
  /** Where callers reach the API. */
  apiUrl: string
  facts: RequestFacts
  trace: RequestTrace
}
