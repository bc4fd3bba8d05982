import type { Kysely } from 'kysely'
import { runPipelined } from './pipelined-query.ts'
import type { PostgresPool } from './pool.ts'
import { createScopedHandle } from './scoped-handle.ts'
import { SharedConnections } from './shared-connections.ts'
import type { RunStatement, Statement, Statements } from './statement-group.ts'
import type { TenantTables } from './tables.ts'
import { BEGIN, BEGIN_SNAPSHOT, runTransaction } from './transaction.ts'
import { mutationSettings, userSettings } from './user-settings.ts'
import { withClient } from './with-client.ts'

declare const userScope: unique symbol

/**
 * The handle that all SQL for a person goes through. It can only be had by naming the person, and
 * everything built on it sees and writes that person's rows alone. A raw `Kysely` is refused by the
 * types, and so is leaving the scope (`withoutPlugins`, `connection`, `transaction`).
 */
export type UserDatabase = Pick<
  Kysely<TenantTables>,
  'selectFrom' | 'selectNoFrom' | 'insertInto' | 'updateTable' | 'deleteFrom' | 'with' | 'fn'
> & { readonly [userScope]: true }

/** Runs work on one person's rows; there is no other way to the database from a resolver. */
export type AsUser = <T>(work: (db: UserDatabase) => Promise<T>) => Promise<T>

/** Who changes something, and as what: it stands beside every row of the log. */
export interface Mutation {
  /** A UUID. */
  id: string
  /** `session:<id>`, `token:<id>` or `system`. */
  actor: string
}

export interface UserDatabases {
  /**
   * Each statement is a transaction of its own and one round trip. For reads.
   *
   * @param signal aborted when nobody waits for the answer any more: nothing further is asked then
   */
  asUser<T>(
    userId: string,
    work: (db: UserDatabase) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T>
  /**
   * All statements see the rows of one and the same moment, whatever happens meanwhile, and can only
   * read. For what is too much for one statement.
   */
  snapshotAsUser<T>(userId: string, work: (db: UserDatabase) => Promise<T>): Promise<T>
  /**
   * All statements in one transaction, rolled back when `work` throws or one of them fails. A
   * person's mutations run one after the other: they would meet at the counter of the log anyway,
   * and there could deadlock.
   */
  mutateAsUser<T>(
    userId: string,
    mutation: Mutation,
    work: (db: UserDatabase) => Promise<T>,
  ): Promise<T>
}

export interface UserDatabaseOptions {
  statementTimeoutSeconds: number
  lockTimeoutSeconds: number
  /** How many pipelined connections all reads share; by default each has one for itself meanwhile. */
  sharedConnections?: number
  /** Runs each round trip, so that it can be measured. */
  traceStatement?: TraceStatement
  /** Called after a mutation was committed that may have changed something of this person's. */
  onMutated?: (userId: string) => void
  /** Tests take away one of the two layers to show that the other one holds alone. */
  isolation?: 'scoping-and-policies' | 'scoping-only' | 'policies-only'
}

/** Runs the work, which is the sending of this SQL without its values. */
export type TraceStatement = <T>(sql: string, work: () => Promise<T>) => Promise<T>

export function createUserDatabases(
  pool: PostgresPool,
  options: UserDatabaseOptions,
): UserDatabases {
  const shared = options.sharedConnections && new SharedConnections(pool, options.sharedConnections)

  const handle = (userId: string, run: RunStatement) =>
    createScopedHandle(userId, options.isolation !== 'policies-only', run)

  function inTransaction<T>(
    opening: readonly Statement[],
    work: (run: RunStatement) => Promise<T>,
  ): Promise<T> {
    return withClient(pool, (client) => {
      const send = (statements: Statements) =>
        trace(statements, options, () => runPipelined(client, statements))
      return runTransaction(opening, send, work)
    })
  }

  function read(statements: Statements, signal?: AbortSignal): ReturnType<RunStatement> {
    if (shared) return shared.run(statements, signal)
    return withClient(pool, (client) => {
      signal?.throwIfAborted()
      return runPipelined(client, statements)
    })
  }

  return {
    async asUser(userId, work, signal) {
      const settings = userSettings(userId, options)
      const run: RunStatement = (statement) => {
        const statements = [settings, statement] as const
        return trace(statements, options, () => read(statements, signal))
      }
      return work(handle(userId, run))
    },

    snapshotAsUser: (userId, work) =>
      inTransaction([BEGIN_SNAPSHOT, userSettings(userId, options)], (run) =>
        work(handle(userId, run)),
      ),

    async mutateAsUser(userId, mutation, work) {
      const opening = [BEGIN, userSettings(userId, options), mutationSettings(userId, mutation)]
      const result = await inTransaction(opening, (run) => work(handle(userId, run)))
      options.onMutated?.(userId)
      return result
    },
  }
}

/** One round trip, told under the statement that it is made for. */
function trace(
  statements: Statements,
  { traceStatement }: UserDatabaseOptions,
  run: () => ReturnType<RunStatement>,
): ReturnType<RunStatement> {
  return traceStatement ? traceStatement(statements.at(-1)?.sql ?? '', run) : run()
}
