import { cpus } from 'node:os'
import type { Measured } from './measure.ts'
import { printTable } from './print-table.ts'
import { spreadOf } from './statistics.ts'
import type { Subject } from './subjects/subject.ts'

/**
 * Prints a table for each number of connections. Ratios compare rounds that ran directly one after
 * the other.
 */
export function printResults(measured: readonly Measured[], subjects: readonly Subject[]): void {
  const names = subjects.map((subject) => subject.name)
  const reference = names.includes('limit') ? 'limit' : names[0]
  const cores = cpus()
  console.log(
    `${new Date().toISOString().slice(0, 16)}, Node ${process.version}, ${cores.length} cores (${cores[0]?.model.trim()}), which the server, PostgreSQL and the load generator share.\n`,
  )
  for (const [connections, ofConnections] of Map.groupBy(measured, (one) => one.connections)) {
    console.log(`${connections} connection${connections === 1 ? '' : 's'}\n`)
    const rows = [...Map.groupBy(ofConnections, (one) => one.operation)].flatMap(
      ([operation, ofOperation]) => {
        const bySubject = Map.groupBy(ofOperation, (one) => one.subject)
        const limit = bySubject.get(reference as never) ?? []
        return names.flatMap((name) => {
          const own = bySubject.get(name)
          return own ? [[operation, name, ...describe(own, limit)]] : []
        })
      },
    )
    const head = ['operation', 'server', 'requests/s', `of ${reference}`, 'spread', 'p50', 'p99']
    printTable([...head, 'p99 ratio', 'CPU/request', 'memory'], rows)
  }
}

function describe(own: readonly Measured[], reference: readonly Measured[]): string[] {
  const median = (pick: (one: Measured) => number) => spreadOf(own.map(pick)).median
  const shares = spreadOf(
    own.map((one, round) => one.requestsPerSecond / (reference[round]?.requestsPerSecond ?? 0)),
  )
  const tails = spreadOf(own.map((one, round) => one.p99Ms / (reference[round]?.p99Ms ?? 0)))
  return [
    median((one) => one.requestsPerSecond).toFixed(0),
    shares.median.toFixed(2),
    `${shares.lowest.toFixed(2)}–${shares.highest.toFixed(2)}`,
    `${median((one) => one.p50Ms).toFixed(1)} ms`,
    `${median((one) => one.p99Ms).toFixed(1)} ms`,
    tails.median.toFixed(2),
    `${median((one) => one.cpuMsPerRequest).toFixed(2)} ms`,
    `${(Math.max(...own.map((one) => one.residentBytes)) / 1e6).toFixed(0)} MB`,
  ]
}
