import type { QueryResult } from 'kysely'
import { FairQueue, type FairQueueRules } from './fair-queue.ts'
import type { Meter } from './meter.ts'
import { runPipelined } from './pipelined-query.ts'
import type { PostgresPool } from './pool.ts'
import { SharedConnections } from './shared-connections.ts'
import { SlowPeople } from './slow-people.ts'
import type { Statements } from './statement-group.ts'
import { withClient } from './with-client.ts'
import { readClock, type WorkClock } from './work-clock.ts'

/** This is longer than nearly every read of a large account, and short for those who wait behind it. */
const quickSeconds = 0.25
/** So many run together, and take a quarter of a second each when all of them are slow. */
const quickLanePerPerson = 4
/** No more of the database's cores work for one person at once. */
const slowLanePerPerson = 1
const mostWaitingPerPerson = 2_000

export type ReadOptions = {
  statementTimeoutSeconds: number
  sharedConnections?: number
  isEmbedded?: boolean
  clock: WorkClock
  onWorked(userId: string, milliseconds: number): void
}

/** Creates the statements of a read that may take so long. */
type StatementsWithin = (statementTimeoutSeconds: number) => Statements

/**
 * Sends reads in two lanes, so that one person's slow reads don't delay others.
 *
 * In the quick lane, the number of a person's reads at once is limited. It gives a statement a
 * quarter of a second; a statement that takes longer is cancelled and runs again in the slow lane,
 * for as long as statements may take. The slow lane has a few connections of its own, of which one
 * person never has all. For a while, the reads of a person who was slow go there immediately, and
 * don't cost the others even the quarter of a second.
 */
export class Reads {
  readonly #pool: PostgresPool
  readonly #options: ReadOptions
  readonly #shared: SharedConnections | undefined
  readonly #quick: FairQueue
  readonly #slow: FairQueue
  readonly #slowPeople = new SlowPeople()

  constructor(pool: PostgresPool, options: ReadOptions) {
    this.#pool = pool
    this.#options = options
    const { sharedConnections, clock, onWorked } = options
    if (sharedConnections)
      this.#shared = new SharedConnections(pool, { most: sharedConnections, clock, onWorked })
    const rules = laneRules(pool, options)
    this.#quick = new FairQueue(rules.quick)
    this.#slow = new FairQueue(rules.slow)
  }

  /** How many statements wait for others of the same person, or for the slow lane. */
  get waitingCount(): number {
    return this.#quick.waitingCount + this.#slow.waitingCount
  }

  async run(
    userId: string,
    statementsWithin: StatementsWithin,
    signal?: AbortSignal,
    meter?: Meter,
  ): Promise<QueryResult<unknown>> {
    const answer = await this.#runQuickly(userId, statementsWithin, signal, meter)
    if (answer) return answer
    const statements = statementsWithin(this.#options.statementTimeoutSeconds)
    const runAlone = () => {
      meter?.begin()
      return this.#runAlone(userId, statements, signal, meter)
    }
    return this.#slow.run(userId, runAlone, signal)
  }

  /** Returns undefined for a person who is slow, or turns out to be. */
  async #runQuickly(
    userId: string,
    statementsWithin: StatementsWithin,
    signal: AbortSignal | undefined,
    meter: Meter | undefined,
  ) {
    if (this.#slowPeople.has(userId)) return undefined
    const seconds = Math.min(quickSeconds, this.#options.statementTimeoutSeconds)
    return this.#quick.run(
      userId,
      async () => {
        // It may have turned out while this read waited.
        if (this.#slowPeople.has(userId)) return undefined
        meter?.begin()
        try {
          const statements = statementsWithin(seconds)
          if (this.#shared) return await this.#shared.run(userId, statements, signal, meter)
          return await this.#runAlone(userId, statements, signal, meter)
        } catch (error) {
          if (!wasStopped(error)) throw error
          this.#slowPeople.add(userId)
          return undefined
        }
      },
      signal,
    )
  }

  #runAlone(
    userId: string,
    statements: Statements,
    signal: AbortSignal | undefined,
    meter: Meter | undefined,
  ) {
    const { clock, onWorked } = this.#options
    return withClient(this.#pool, async (client) => {
      signal?.throwIfAborted()
      const sent = readClock()
      try {
        return await runPipelined(client, statements, meter)
      } finally {
        const milliseconds = clock.measure(sent, readClock())
        if (milliseconds > quickSeconds * 1000) this.#slowPeople.add(userId)
        onWorked(userId, milliseconds)
      }
    })
  }
}

/** SQLSTATE query_canceled: it took longer than the statement timeout. */
function wasStopped(error: unknown): boolean {
  return (error as { code?: unknown }).code === '57014'
}

function laneRules(
  pool: PostgresPool,
  { sharedConnections, isEmbedded }: ReadOptions,
): { quick: FairQueueRules; slow: FairQueueRules } {
  const { max, connectionTimeoutMillis = 0 } = pool.options
  // Each of them waits for a connection in the end.
  const waits = {
    waitingPerPerson: mostWaitingPerPerson,
    waitSeconds: Math.max(1, connectionTimeoutMillis / 1000),
  }
  const slowAtOnce = Math.max(1, Math.floor(max / 4))
  const slow = { atOnce: slowAtOnce, atOncePerPerson: slowLanePerPerson, ...waits }
  if (sharedConnections) {
    const quick = {
      atOnce: Number.POSITIVE_INFINITY,
      atOncePerPerson: quickLanePerPerson,
      ...waits,
    }
    return { quick, slow }
  }
  // The embedded engine runs one statement at a time, and can't cancel it, so people take turns.
  if (isEmbedded) {
    const inTurn = { atOnce: 1, atOncePerPerson: 1, ...waits }
    return { quick: inTurn, slow: inTurn }
  }
  const quickAtOnce = Math.max(1, max - slowAtOnce)
  // Each statement makes its own round trip, which takes longer than the database works.
  const quickPerPerson = Math.ceil(quickAtOnce / 4)
  return { quick: { atOnce: quickAtOnce, atOncePerPerson: quickPerPerson, ...waits }, slow }
}
