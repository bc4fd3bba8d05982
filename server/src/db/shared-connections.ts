import type { QueryResult } from 'kysely'
import type { PoolClient } from 'pg'
import type { Meter } from './meter.ts'
import { streamOf } from './pg-internals.ts'
import { runPipelined } from './pipelined-query.ts'
import type { PostgresPool } from './pool.ts'
import type { Statements } from './statement-group.ts'
import { type Moment, readClock, type WorkClock } from './work-clock.ts'

type Shared = {
  client: Promise<PoolClient>
  /** How many groups of statements are on their way over it, of all people and of each. */
  inFlight: number
  people: Map<string, number>
  /** When the last one was answered. */
  answered: Moment
  /** Whether what is written is held back until the end of this turn of the event loop. */
  isHeld: boolean
  onError(error: Error): void
  broken: Error | undefined
}

export type SharedConnectionsOptions = {
  /** How many connections at once. */
  most: number
  clock: WorkClock
  /** Called with the time that the database worked on each group. */
  onWorked?(userId: string, milliseconds: number): void
}

/** A connection whose last answer is so long ago has somebody's slow statement at its head. */
const stuckMs = 20

/**
 * Lets many requests read over a few connections at once. Each group of statements is written whole,
 * with a Sync of its own, so that it is one transaction whatever is written before and behind it; all
 * that come in one turn of the event loop leave together. For single statements only: who needs a
 * transaction over several round trips needs a connection of their own.
 *
 * What one person has on the way is on a quarter of the connections at most, so that others find one
 * without it (behind a slow statement, everything on the same connection waits), and so that the
 * database works for one person with one of its cores.
 *
 * Takes connections from the pool when there is something to send, and gives each back when nothing
 * is on its way over it any more.
 */
export class SharedConnections {
  readonly #pool: PostgresPool
  readonly #options: SharedConnectionsOptions
  readonly #shared = new Set<Shared>()

  /** @param pool its connections must be pipelined */
  constructor(pool: PostgresPool, options: SharedConnectionsOptions) {
    this.#pool = pool
    this.#options = options
  }

  /** @param signal when it is aborted by the time there is a connection, nothing is sent */
  async run<Row>(
    userId: string,
    statements: Statements,
    signal?: AbortSignal,
    meter?: Meter,
  ): Promise<QueryResult<Row>> {
    const shared = this.#choose(userId)
    shared.inFlight += 1
    shared.people.set(userId, (shared.people.get(userId) ?? 0) + 1)
    try {
      const client = await shared.client
      signal?.throwIfAborted()
      holdBack(shared, client)
      return await this.#send<Row>(shared, client, userId, statements, meter)
    } finally {
      shared.inFlight -= 1
      const left = (shared.people.get(userId) ?? 1) - 1
      if (left > 0) shared.people.set(userId, left)
      else shared.people.delete(userId)
      if (shared.inFlight === 0) this.#giveBack(shared)
    }
  }

  async #send<Row>(
    shared: Shared,
    client: PoolClient,
    userId: string,
    statements: Statements,
    meter: Meter | undefined,
  ): Promise<QueryResult<Row>> {
    const sent = readClock()
    try {
      return await runPipelined<Row>(client, statements, meter)
    } finally {
      const before = shared.answered
      shared.answered = readClock()
      const { clock, onWorked } = this.#options
      onWorked?.(userId, clock.measure(sent, shared.answered, before))
    }
  }

  /** The least busy one that the person may use; rather a new one than one that is at work. */
  #choose(userId: string): Shared {
    const { most } = this.#options
    const own = [...this.#shared].filter((shared) => shared.people.has(userId))
    const hasEnough = own.length >= Math.max(1, Math.floor(most / 4))
    const best = findLeastBusy(hasEnough ? own : this.#shared)
    const { idleCount, totalCount, options } = this.#pool
    const hasRoom = this.#shared.size < most && (idleCount > 0 || totalCount < options.max)
    return best && (hasEnough || !hasRoom) ? best : this.#open()
  }

  #open(): Shared {
    const shared: Shared = {
      client: this.#pool.connect(),
      inFlight: 0,
      people: new Map(),
      answered: readClock(),
      isHeld: false,
      onError: (error) => {
        shared.broken = error
        this.#shared.delete(shared)
      },
      broken: undefined,
    }
    this.#shared.add(shared)
    shared.client.then(
      (client) => client.on('error', shared.onError),
      () => this.#shared.delete(shared),
    )
    return shared
  }

  #giveBack(shared: Shared): void {
    this.#shared.delete(shared)
    shared.client.then(
      (client) => client.off('error', shared.onError).release(shared.broken),
      () => {},
    )
  }
}

function findLeastBusy(all: Iterable<Shared>): Shared | undefined {
  const stuckSince = performance.now() - stuckMs
  let best: Shared | undefined
  for (const shared of all) {
    if (!best) best = shared
    else if (isStuck(shared, stuckSince) === isStuck(best, stuckSince)) {
      if (shared.inFlight < best.inFlight) best = shared
    } else if (isStuck(best, stuckSince)) best = shared
  }
  return best
}

function isStuck({ answered }: Shared, sinceMs: number): boolean {
  return answered.atMs < sinceMs
}

/** One packet with several groups takes the network and PostgreSQL less than one for each. */
function holdBack(shared: Shared, client: PoolClient): void {
  if (shared.isHeld) return
  const stream = streamOf(client)
  shared.isHeld = true
  stream.cork()
  setImmediate(() => {
    shared.isHeld = false
    stream.uncork()
  })
}
