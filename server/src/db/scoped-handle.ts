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
import type { TenantTables } from '../tables.ts'
import type { RunStatement } from './statement-group.ts'
import type { UserDatabase } from './user-database.ts'
import { UserScopePlugin } from './user-scope.plugin.ts'

/**
 * A person's handle, whose statements are run by `run`.
 *
 * @param isScoped whether the person is added to every query; tests switch it off
 */
export function createScopedHandle(
  userId: string,
  isScoped: boolean,
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
  const executor = isScoped
    ? new ScopedExecutor(userId, connections)
    : new DefaultQueryExecutor(compiler, adapter, connections)
  return new Kysely<TenantTables>({ config, dialect, driver, executor }) as unknown as UserDatabase
}

/**
 * Scopes a query when it is complete, including its subqueries. As a plugin of the handle it would
 * also run on each subquery while that is built, and add the same condition several times.
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
