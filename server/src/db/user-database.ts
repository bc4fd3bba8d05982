import {
  type CompiledQuery,
  type ConnectionProvider,
  type DatabaseConnection,
  DefaultQueryExecutor,
  Kysely,
  PostgresAdapter,
  PostgresDialect,
  PostgresQueryCompiler,
  type QueryId,
  type RootOperationNode,
} from 'kysely'
import type { PoolClient } from 'pg'
import { runPipelined, type Statement } from './pipelined-query.ts'
import type { PostgresPool } from './pool.ts'
import { SharedConnections } from './shared-connections.ts'
import type { TenantTables } from './tables.ts'
import { UserScopePlugin } from './user-scope.plugin.ts'

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

/** The role that serves requests: it owns nothing and sees rows through the policies only. */
export const SERVING_ROLE = 'tend_api'

export function createUserDatabases(
  pool: PostgresPool,
  options: UserDatabaseOptions,
): UserDatabases {
  const shared = options.sharedConnections && new SharedConnections(pool, options.sharedConnections)

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
      return work(scopedHandle(userId, options, run))
    },

    snapshotAsUser: (userId, work) =>
      inTransaction(pool, [BEGIN_SNAPSHOT, userSettings(userId, options)], options, (run) =>
        work(scopedHandle(userId, options, run)),
      ),

    async mutateAsUser(userId, mutation, work) {
      const opening = [BEGIN, userSettings(userId, options), mutationSettings(userId, mutation)]
      const result = await inTransaction(pool, opening, options, (run) =>
        work(scopedHandle(userId, options, run)),
      )
      options.onMutated?.(userId)
      return result
    },
  }
}

/** The opening travels with the first statement, and costs no round trip of its own. */
function inTransaction<T>(
  pool: PostgresPool,
  opening: readonly Statement[],
  options: UserDatabaseOptions,
  work: (run: RunStatement) => Promise<T>,
): Promise<T> {
  return withClient(pool, async (client) => {
    let before = opening
    let failure: unknown
    const run: RunStatement = (statement) => {
      const statements = [...before, statement] as const
      before = []
      return send(client, statements, options).catch((error: unknown) => {
        failure ??= error
        throw error
      })
    }
    try {
      const result = await work(run)
      // After a failed statement PostgreSQL answers COMMIT with a quiet rollback.
      if (failure !== undefined) throw failure
      if (before.length === 0) await send(client, [COMMIT], options)
      return result
    } catch (error) {
      // When the connection itself broke, the server has rolled back, and the first error counts.
      if (before.length === 0) await send(client, [ROLLBACK], options).catch(() => {})
      throw error
    }
  })
}

type Statements = readonly [...before: Statement[], last: Statement]

function send(client: PoolClient, statements: Statements, options: UserDatabaseOptions) {
  return trace(statements, options, () => runPipelined(client, statements))
}

/** One round trip, told under the statement that it is made for. */
function trace(
  statements: Statements,
  { traceStatement }: UserDatabaseOptions,
  run: () => ReturnType<RunStatement>,
): ReturnType<RunStatement> {
  return traceStatement ? traceStatement(statements.at(-1)?.sql ?? '', run) : run()
}

const BEGIN: Statement = { sql: 'begin', parameters: [] }
const BEGIN_SNAPSHOT: Statement = {
  sql: 'begin isolation level repeatable read read only',
  parameters: [],
}
const COMMIT: Statement = { sql: 'commit', parameters: [] }
const ROLLBACK: Statement = { sql: 'rollback', parameters: [] }

/**
 * All settings are local to the transaction: a pooler may hand the session to anybody after it.
 *
 * Prepared statements are planned for each person anew: a plan for people in general, who have a
 * hundred tasks, reads all of somebody's hundred thousand.
 */
function userSettings(userId: string, options: UserDatabaseOptions): Statement {
  const role = options.isolation === 'scoping-only' ? 'none' : SERVING_ROLE
  return {
    sql: `select set_config('role', $1, true), set_config('app.user_id', $2, true), set_config('statement_timeout', $3, true), set_config('lock_timeout', $4, true), set_config('idle_in_transaction_session_timeout', $3, true), set_config('plan_cache_mode', 'force_custom_plan', true)`,
    parameters: [
      role,
      userId,
      `${options.statementTimeoutSeconds}s`,
      `${options.lockTimeoutSeconds}s`,
    ],
  }
}

function mutationSettings(userId: string, mutation: Mutation): Statement {
  return {
    sql: `select set_config('app.mutation_id', $1, true), set_config('app.actor', $2, true), pg_advisory_xact_lock(hashtextextended($3, 0))`,
    parameters: [mutation.id, mutation.actor, userId],
  }
}

type RunStatement = (statement: Statement) => ReturnType<DatabaseConnection['executeQuery']>

function scopedHandle(
  userId: string,
  options: UserDatabaseOptions,
  run: RunStatement,
): UserDatabase {
  if (userId === '') throw new Error('A user id was expected to open the user-scoped database')
  const connection: DatabaseConnection = {
    executeQuery: (query: CompiledQuery) => run(query) as never,
    streamQuery: () => {
      throw new Error('The user-scoped database does not stream; page through a keyset instead')
    },
  }
  const connections: ConnectionProvider = { provideConnection: (consumer) => consumer(connection) }
  const executor =
    options.isolation === 'policies-only'
      ? new DefaultQueryExecutor(compiler, adapter, connections)
      : new ScopedExecutor(userId, connections)
  return new Kysely<TenantTables>({ config, dialect, driver, executor }) as unknown as UserDatabase
}

/**
 * Scopes a query when all of it is there, subqueries included. As a plugin of the handle it would also
 * run on each subquery while that is built, and say everything several times.
 */
class ScopedExecutor extends DefaultQueryExecutor {
  readonly #scope: UserScopePlugin

  constructor(userId: string, connections: ConnectionProvider) {
    super(compiler, adapter, connections)
    this.#scope = new UserScopePlugin(userId)
  }

  override compileQuery(node: RootOperationNode, queryId: QueryId): CompiledQuery {
    return super.compileQuery(this.#scope.transformQuery({ node, queryId }), queryId)
  }
}

// Kysely wants these to build a handle, though only the compiler and adapter are used here: the
// connections come from the executor above.
const dialect = new PostgresDialect({ pool: () => Promise.reject(new Error('not connected here')) })
const config = { dialect }
const driver = dialect.createDriver()
const compiler = new PostgresQueryCompiler()
const adapter = new PostgresAdapter()

async function withClient<T>(
  pool: PostgresPool,
  work: (client: PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  const onError = (error: Error) => {
    broken = error
  }
  client.on('error', onError)
  try {
    return await work(client)
  } finally {
    client.off('error', onError)
    client.release(broken)
  }
}
