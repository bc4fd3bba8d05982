import { createHash, timingSafeEqual } from 'node:crypto'
import type { Metrics } from '../telemetry/metrics.ts'
import { refuse } from './answers.ts'
import type { HttpExchange } from './http-exchange.ts'

export type MetricsEndpointOptions = {
  /** The bearer token that a collector must send. */
  token: string
  metrics: Metrics
}

/** `GET /metrics`, only for a collector with the token. */
export async function answerMetrics(
  exchange: HttpExchange,
  { token, metrics }: MetricsEndpointOptions,
): Promise<void> {
  const { request, response } = exchange
  const given = request.headers.authorization ?? ''
  if (!timingSafeEqual(digest(given), digest(`Bearer ${token}`))) {
    const message = 'The metrics take the token that METRICS_TOKEN holds'
    const headers = { 'www-authenticate': 'Bearer realm="tend metrics"' }
    return refuse(exchange, { status: 401, code: 'UNAUTHENTICATED', message, headers })
  }
  const text = await metrics.print()
  response.writeHead(200, { 'content-type': metrics.contentType, 'cache-control': 'no-store' })
  response.end(text)
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
