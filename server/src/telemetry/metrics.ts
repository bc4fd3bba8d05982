import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { RequestFacts } from './request-facts.ts'

export type MetricsSources = {
  pool: { totalCount: number; idleCount: number; waitingCount: number }
  maxConnections: number
  countLiveResults(): number
  /** What waits because the same person has so much under way already. */
  countWaiting(): number
}

/** What one API process counts and measures, in Prometheus's form. No label names a person. */
export type Metrics = {
  /** @param endpoint a path the API serves, or `other` */
  observeRequest(endpoint: string, facts: RequestFacts, durationSeconds: number): void
  contentType: string
  print(): Promise<string>
}

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/** Beside our own there are those of Node: memory, processor, garbage, lag of the event loop. */
export function createMetrics(sources: MetricsSources): Metrics {
  const { pool, maxConnections, countLiveResults, countWaiting } = sources
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const durations = new Histogram({
    name: 'tend_request_duration_seconds',
    help: 'Requests answered, live results only when they were refused. code is OK or the first error of the answer.',
    labelNames: ['door', 'operation', 'code'],
    buckets,
    registers,
  })
  const addGauge = (name: string, help: string, read: () => number) =>
    new Gauge({ name, help, registers, collect: setTo(read) })
  addGauge('tend_live_results', 'Live results that are open.', countLiveResults)
  addGauge('tend_database_connections_max', 'Most connections of the pool.', () => maxConnections)
  addGauge(
    'tend_database_connections_busy',
    'Connections at work.',
    () => pool.totalCount - pool.idleCount,
  )
  addGauge('tend_database_connections_idle', 'Connections at rest.', () => pool.idleCount)
  addGauge(
    'tend_database_connections_awaited',
    'Who waits for a connection.',
    () => pool.waitingCount,
  )
  addGauge(
    'tend_database_work_waiting',
    'Reads and mutations that wait for others of the same person, or for the connections of slow reads.',
    countWaiting,
  )
  return {
    observeRequest(endpoint, { operation, code, isLive }, durationSeconds) {
      if (isLive) return
      const labels = { door: endpoint, operation: operation?.kind ?? 'none', code: code ?? 'OK' }
      durations.observe(labels, durationSeconds)
    },
    contentType: registry.contentType,
    print: () => registry.metrics(),
  }
}

function setTo(read: () => number) {
  return function collect(this: Gauge) {
    this.set(read())
  }
}
