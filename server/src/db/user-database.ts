import type { Kysely } from 'kysely'
import type { PoolClient } from 'pg'
import type { TenantTables } from '../tables.ts'
import { FairQueue } from './fair-queue.ts'
import type { Meter } from './meter.ts'
import { runPipelined } from './pipelined-query.ts'
import type { PostgresPool } from './pool.ts'
import { Reads } from './reads.ts'
import { runAgainOnConflict } from './run-again.ts'
import { createScopedHandle } from './scoped-handle.ts'
import type { RunStatement, Statement, Statements } from './statement-group.ts'
import { beginSnapshot, beginStatement, runTransaction } from './transaction.ts'
import { mutationSettings, rememberServingRole, userSettings } from './user-settings.ts'
import { withClient } from './with-client.ts'
import { type Moment, readClock, WorkClock } from './work-clock.ts'

declare const userScope: unique symbol

/**
 * The handle that all SQL for a person goes through. It is only available for a named person, and
 * everything built on it reads and writes only that person's rows. The types refuse a raw `Kysely`,
 * and leaving the scope (`withoutPlugins`, `connection`, `transaction`).
 */
export type UserDatabase = Pick<
  Kysely<TenantTables>,
  'selectFrom' | 'selectNoFrom' | 'insertInto' | 'updateTable' | 'deleteFrom' | 'with' | 'fn'
> & { readonly [userScope]: true }

/** Runs work on one person's rows; there is no other way to the database from a resolver. */
export type AsUser = <T>(work: (db: UserDatabase) => Promise<T>) => Promise<T>

/** Who changes something, and by which mutation: both are in every row of the log. */
export type Mutation = {
  /** A UUID. */
  id: string
  /** `session:<id>`, `token:<id>` or `system`. */
  actor: string
}

export type UserDatabases = {
  /**
   * Each statement is a transaction of its own and one round trip. For reads, which may run twice:
   * a statement that isn't quick is cancelled and runs again where it delays nobody else.
   *
   * @param signal aborted when nobody waits for the answer any more: nothing further is read then
   * @param meter called before each statement and for each row
   * @throws RateLimitedError when too many of the person's reads are waiting already
   */
  asUser<T>(
    userId: string,
    work: (db: UserDatabase) => Promise<T>,
    signal?: AbortSignal,
    meter?: Meter,
  ): Promise<T>
  /**
   * All statements see the rows of one moment, whatever happens meanwhile, and can only read. For
   * what is too much for one statement.
   */
  snapshotAsUser<T>(userId: string, work: (db: UserDatabase) => Promise<T>): Promise<T>
  /**
   * All statements in one transaction, which is rolled back when `work` throws or one of them
   * fails. A person's mutations run one after the other: they would wait for each other at the
   * log's counter anyway, and could deadlock there. A mutation that the database rolls back because
   * of another transaction runs again, so the work must do nothing beside it that would happen
   * twice. Statements that begin at once cost one round trip, where the connection can have several
   * under way.
   *
   * @param signal aborted when nobody waits for it any more: what hasn't begun isn't begun then
   * @param meter called before it begins and for each row
   * @throws RateLimitedError when too many of the person's mutations are waiting already
   */
  mutateAsUser<T>(
    userId: string,
    mutation: Mutation,
    work: (db: UserDatabase) => Promise<T>,
    signal?: AbortSignal,
    meter?: Meter,
  ): Promise<T>
  /** How many statements and mutations wait for others of the same person, or for the slow lane. */
  countWaiting(): number
}

export type UserDatabaseOptions = {
  statementTimeoutSeconds: number
  lockTimeoutSeconds: number
  /** How many pipelined connections all quick reads share; by default each has one for itself. */
  sharedConnections?: number
  /** Whether it is the embedded engine: one session in this process, without timers of its own. */
  isEmbedded?: boolean
  /** Runs each round trip, so that it can be measured. */
  traceStatement?: TraceStatement
  /** Called after a mutation was committed that may have changed something of this person's. */
  onMutated?: (userId: string) => void
  /**
   * Called with the time that the database worked for a person, as far as it can be measured from
   * here, and the time of the longest statement of a transaction.
   */
  onWorked?: (userId: string, milliseconds: number, longestMs?: number) => void
  /** Tests switch off one of the two layers to show that the other one is enough. */
  isolation?: 'scoping-and-policies' | 'scoping-only' | 'policies-only'
}

/** Runs the work, which is the sending of this SQL without its values. */
export type TraceStatement = <T>(sql: string, work: () => Promise<T>) => Promise<T>

const mutationsWaitingPerPerson = 200

export function createUserDatabases(
  pool: PostgresPool,
  options: UserDatabaseOptions,
): UserDatabases {
  const { statementTimeoutSeconds, lockTimeoutSeconds, sharedConnections, isEmbedded } = options
  const { onWorked = () => {}, traceStatement = (_sql, work) => work() } = options
  const clock = new WorkClock(isEmbedded ?? false)
  const reads = new Reads(pool, {
    statementTimeoutSeconds,
    ...(sharedConnections && { sharedConnections }),
    ...(isEmbedded && { isEmbedded }),
    clock,
    onWorked,
  })
  const connectTimeoutSeconds = (pool.options.connectionTimeoutMillis ?? 0) / 1000
  // They would wait at the database for each other, each with a connection.
  const mutations = new FairQueue({
    atOnce: Number.POSITIVE_INFINITY,
    atOncePerPerson: 1,
    waitingPerPerson: mutationsWaitingPerPerson,
    waitSeconds: connectTimeoutSeconds + lockTimeoutSeconds,
  })
  const findRole = rememberServingRole(pool, options)

  const handle = (userId: string, run: RunStatement) =>
    createScopedHandle(userId, options.isolation !== 'policies-only', run)

  async function inTransaction<T>(
    userId: string,
    opening: readonly Statement[],
    work: (db: UserDatabase) => Promise<T>,
    reportWorked = onWorked,
    meter?: Meter,
  ): Promise<T> {
    let workedMs = 0
    let longestMs = 0
    // A mutation may have to wait for another one of its person to begin, which is no work.
    let isWaiting = opening[0] === beginStatement
    // Several may be under way at once.
    let answered: Moment | undefined
    const send = (client: PoolClient) => async (statements: Statements) => {
      const sent = readClock()
      try {
        return await traceStatement(statements.at(-1)?.sql ?? '', () =>
          runPipelined(client, statements, meter),
        )
      } finally {
        const now = readClock()
        const spentMs = clock.measure(sent, now, answered)
        answered = now
        if (!isWaiting) {
          workedMs += spentMs
          longestMs = Math.max(longestMs, spentMs)
        }
        isWaiting = false
      }
    }
    try {
      return await withClient(pool, (client) =>
        runTransaction(opening, send(client), (run) => work(handle(userId, run))),
      )
    } finally {
      reportWorked(userId, workedMs, longestMs)
    }
  }

  return {
    async asUser(userId, work, signal, meter) {
      const role = await findRole()
      const run: RunStatement = (statement) => {
        const within = (seconds: number) =>
          [userSettings('reading', userId, role, options, seconds), statement] as const
        return traceStatement(statement.sql, () =>
          runAgainOnConflict(() => reads.run(userId, within, signal, meter)),
        )
      }
      return work(handle(userId, run))
    },

    async snapshotAsUser(userId, work) {
      const opening = [beginSnapshot, userSettings('reading', userId, await findRole(), options)]
      return inTransaction(userId, opening, work)
    },

    async mutateAsUser(userId, mutation, work, signal, meter) {
      const settings = userSettings('changing', userId, await findRole(), options)
      const opening = [beginStatement, settings, mutationSettings(userId, mutation)]
      // Nobody has requested what the system does.
      const reportWorked = mutation.actor === 'system' ? () => {} : onWorked
      const result = await mutations.run(
        userId,
        () => {
          meter?.begin()
          return runAgainOnConflict(() => inTransaction(userId, opening, work, reportWorked, meter))
        },
        signal,
      )
      options.onMutated?.(userId)
      return result
    },

    countWaiting: () => reads.waitingCount + mutations.waitingCount,
  }
}
