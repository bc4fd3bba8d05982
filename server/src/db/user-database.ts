import {
  type CompiledQuery,
  type ConnectionProvider,
  type DatabaseConnection,
  DefaultQueryExecutor,
  Kysely,
  PostgresAdapter,
  PostgresDialect,
  PostgresQueryCompiler,
} from 'kysely'
import type { PoolClient } from 'pg'
import { runPipelined, type Statement } from './pipelined-query.ts'
import type { PostgresPool } from './pool.ts'
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
  /** Each statement is a transaction of its own and one round trip. For reads. */
  asUser<T>(userId: string, work: (db: UserDatabase) => Promise<T>): Promise<T>
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
  /** Called after a mutation was committed that may have changed something of this person's. */
  onMutated?: (userId: string) => void
  /** Tests take away one of the two layers to show that the other one holds alone. */
  isolation?: 'scoping-and-policies' | 'scoping-only' | 'policies-only'
}

/** The role that serves requests: it owns nothing and sees rows through the policies only. */
export const SERVING_ROLE = 'tend_api'

export function createUserDatabases(
  pool: PostgresPool,
  options: UserDatabaseOptions,
): UserDatabases {
  return {
    async asUser(userId, work) {
      const settings = userSettings(userId, options)
      return work(
        scopedHandle(userId, options, (statement) =>
          withClient(pool, (client) => runPipelined(client, [settings, statement])),
        ),
      )
    },

    async mutateAsUser(userId, mutation, work) {
      const result = await withClient(pool, async (client) => {
        // BEGIN and the settings travel with the first statement, and cost no round trip of their own.
        let opening = [BEGIN, userSettings(userId, options), mutationSettings(userId, mutation)]
        let failure: unknown
        const run: RunStatement = (statement) => {
          const statements = [...opening, statement] as const
          opening = []
          return runPipelined(client, statements).catch((error: unknown) => {
            failure ??= error
            throw error
          })
        }
        try {
          const result = await work(scopedHandle(userId, options, run))
          // After a failed statement PostgreSQL answers COMMIT with a quiet rollback.
          if (failure !== undefined) throw failure
          if (opening.length === 0) await runPipelined(client, [COMMIT])
          return result
        } catch (error) {
          // When the connection itself broke, the server has rolled back, and the first error counts.
          if (opening.length === 0) await runPipelined(client, [ROLLBACK]).catch(() => {})
          throw error
        }
      })
      options.onMutated?.(userId)
      return result
    },
  }
}

const BEGIN: Statement = { sql: 'begin', parameters: [] }
const COMMIT: Statement = { sql: 'commit', parameters: [] }
const ROLLBACK: Statement = { sql: 'rollback', parameters: [] }

/** All settings are local to the transaction: a pooler may hand the session to anybody after it. */
function userSettings(userId: string, options: UserDatabaseOptions): Statement {
  const role = options.isolation === 'scoping-only' ? 'none' : SERVING_ROLE
  return {
    sql: `select set_config('role', $1, true), set_config('app.user_id', $2, true), set_config('statement_timeout', $3, true), set_config('lock_timeout', $4, true), set_config('idle_in_transaction_session_timeout', $3, true)`,
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
  const plugins = options.isolation === 'policies-only' ? [] : [new UserScopePlugin(userId)]
  const executor = new DefaultQueryExecutor(compiler, adapter, connections, plugins)
  return new Kysely<TenantTables>({ config, dialect, driver, executor }) as unknown as UserDatabase
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
