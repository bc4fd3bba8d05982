import type { ErrorCode } from '../errors.ts'

/** What comes to be known of a request on its way: for its line in the log, the metrics and its trace. */
export type RequestFacts = {
  userId?: string
  operation?: OperationFacts
  /** Of the first error in the answer. */
  code?: ErrorCode
  /** The answer goes on for as long as the caller listens. */
  isLive?: boolean
}

export type OperationFacts = {
  kind: 'query' | 'mutation' | 'subscription'
  /** As the caller calls it. */
  name?: string
}
