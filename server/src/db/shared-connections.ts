import type { QueryResult } from 'kysely'
import type { Connection, PoolClient } from 'pg'
import { runPipelined } from './pipelined-query.ts'
import type { PostgresPool } from './pool.ts'
import type { Statements } from './statement-group.ts'

interface Shared {
  client: Promise<PoolClient>
  /** How many groups of statements are on their way over it. */
  inFlight: number
  /** Whether what is written is held back until the end of this turn of the event loop. */
  isHeld: boolean
  onError(error: Error): void
  broken: Error | undefined
}

/**
 * Lets many requests read over a few connections at once. Each group of statements is written whole,
 * with a Sync of its own, so that it is one transaction whatever is written before and behind it; all
 * that come in one turn of the event loop leave together. For single statements only: who needs a
 * transaction over several round trips needs a connection of their own.
 *
 * Takes connections from the pool when there is something to send, and gives each back when nothing
 * is on its way over it any more.
 */
export class SharedConnections {
  readonly #pool: PostgresPool
  readonly #most: number
  readonly #shared = new Set<Shared>()

  /** @param pool its connections must be pipelined */
  constructor(pool: PostgresPool, most: number) {
    this.#pool = pool
    this.#most = most
  }

  /** @param signal when it is aborted by the time there is a connection, nothing is sent */
  async run<Row>(statements: Statements, signal?: AbortSignal): Promise<QueryResult<Row>> {
    const shared = this.#choose()
    shared.inFlight += 1
    try {
      const client = await shared.client
      signal?.throwIfAborted()
      holdBack(shared, client)
      return await runPipelined<Row>(client, statements)
    } finally {
      shared.inFlight -= 1
      if (shared.inFlight === 0) this.#giveBack(shared)
    }
  }

  /** The least busy one; rather a new one than one that is at work. */
  #choose(): Shared {
    let best: Shared | undefined
    for (const shared of this.#shared) if (!best || shared.inFlight < best.inFlight) best = shared
    const { idleCount, totalCount, options } = this.#pool
    const hasRoom = this.#shared.size < this.#most && (idleCount > 0 || totalCount < options.max)
    return best && !hasRoom ? best : this.#open()
  }

  #open(): Shared {
    const shared: Shared = {
      client: this.#pool.connect(),
      inFlight: 0,
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

/** One packet with several groups takes the network and PostgreSQL less than one for each. */
function holdBack(shared: Shared, client: PoolClient): void {
  if (shared.isHeld) return
  const { stream } = (client as unknown as { connection: Connection }).connection
  shared.isHeld = true
  stream.cork()
  setImmediate(() => {
    shared.isHeld = false
    stream.uncork()
  })
}
