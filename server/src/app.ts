import type { AddressInfo } from 'node:net'
import { createAuthenticator } from './auth/authenticate.ts'
import { isSessionAlive, type SessionTables } from './auth/session.queries.ts'
import { connectDatabase } from './db/connect.ts'
import { startEmbeddedDatabase } from './db/embedded/engine.ts'
import { prepareDatabase } from './db/prepare.ts'
import { createUserDatabases, type UserDatabaseOptions } from './db/user-database.ts'
import type { ServerConfig } from './env.ts'
import { createGraphQLServer } from './graphql/yoga.ts'
import { createHttpServer } from './http/http-server.ts'
import { stopGracefully } from './http/stop-gracefully.ts'
import type { Logger } from './logger.ts'

/** A running API. Disposing it lets requests in flight end, then closes everything. */
export interface App extends AsyncDisposable {
  port: number
}

/**
 * Assembles everything from the configuration and listens. With a `DATABASE_URL` that can't be
 * reached yet it listens all the same, answers 503 and keeps trying.
 *
 * @param isolation tests take one of the two layers away
 * @throws Error in one sentence when a port is taken or the data folder is in use
 */
export async function createApp(
  config: ServerConfig,
  logger: Logger,
  isolation?: UserDatabaseOptions['isolation'],
): Promise<App> {
  await using stack = new AsyncDisposableStack()
  const embedded = {
    dataDir: config.dataDir,
    secret: config.secrets.current,
    port: config.embeddedPort,
  }
  if (!config.databaseUrl) stack.use(await startEmbeddedDatabase(embedded))
  const { databaseUrl, pool: poolSettings } = config
  const database = stack.use(
    connectDatabase<SessionTables>({ databaseUrl, embedded, pool: poolSettings }),
  )
  const preparation = stack.use(await prepareDatabase(database.owner, logger))
  const server = createHttpServer({
    authenticate: createAuthenticator({
      token: {
        secrets: config.secrets,
        issuer: config.webUrl,
        audience: config.apiUrl,
        ttlSeconds: config.apiTokenTtlSeconds,
      },
      isSessionAlive: (session) => isSessionAlive(database.owner, session),
    }),
    databases: createUserDatabases(database.pool, {
      statementTimeoutSeconds: poolSettings.statementTimeoutSeconds,
      lockTimeoutSeconds: poolSettings.lockTimeoutSeconds,
      ...(isolation && { isolation }),
    }),
    graphql: createGraphQLServer(logger),
    webOrigins: config.webOrigins,
    logger,
    isReady: preparation.isReady,
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(config.apiPort, config.host, resolve)
  })
  stack.defer(() => stopGracefully(server))
  const { port } = server.address() as AddressInfo
  const resources = stack.move()
  return { port, [Symbol.asyncDispose]: () => resources.disposeAsync() }
}
