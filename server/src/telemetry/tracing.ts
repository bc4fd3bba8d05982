import type { IncomingMessage } from 'node:http'
import type { OperationFacts, RequestFacts } from './request-facts.ts'

/**
 * Follows requests through the API: one span for each, in it one for its operation, in that one for
 * each round trip to the database. Spans hold ids, names, codes and SQL without its values: never what
 * a person wrote.
 */
export interface Tracing extends AsyncDisposable {
  /** Goes on with the trace that the caller's `traceparent` names, if it names one. */
  beginRequest(request: IncomingMessage): RequestTrace
  traceOperation<T>(operation: OperationFacts, work: () => T): T
  traceStatement<T>(sql: string, work: () => Promise<T>): Promise<T>
}

export type RequestTrace = {
  /** What happens in it is part of the trace. */
  run<T>(work: () => T): T
  /** Nothing is added afterwards; a second call does nothing. */
  end(facts: RequestFacts, status: number): void
}

const noRequestTrace: RequestTrace = { run: (work) => work(), end() {} }

export const noTracing: Tracing = {
  beginRequest: () => noRequestTrace,
  traceOperation: (_operation, work) => work(),
  traceStatement: (_sql, work) => work(),
  async [Symbol.asyncDispose]() {},
}

/** @param endpoint of an OpenTelemetry collector; what it takes is loaded only when there is one */
export async function openTracing(endpoint: string | undefined): Promise<Tracing> {
  if (!endpoint) return noTracing
  const { startOtlpTracing } = await import('./otlp-tracing.ts')
  return startOtlpTracing(endpoint)
}
