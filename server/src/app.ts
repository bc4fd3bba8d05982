import type { AddressInfo } from 'node:net'
import { createAuthenticator } from './auth/authenticate.ts'
import { findDevices, isSessionAlive } from './auth/session.queries.ts'
import { Listeners } from './changes/listeners.ts'
import { connectDatabase } from './db/connect.ts'
import { startEmbeddedDatabase } from './db/embedded/engine.ts'
import { directUrl, type NudgeLine, openNudgeLine } from './db/nudge-line.ts'
import { prepareDatabase } from './db/prepare.ts'
import { createUserDatabases, type UserDatabaseOptions } from './db/user-database.ts'
import type { ServerConfig } from './env.ts'
import { createGraphQLServer } from './graphql/yoga.ts'
import { createHttpServer } from './http/http-server.ts'
import { stopGracefully } from './http/stop-gracefully.ts'
import { startJobs } from './jobs/scheduler.ts'
import type { Logger } from './logger.ts'

/** A running API. Disposing it lets requests in flight end, then closes everything. */
export interface App extends AsyncDisposable {
  port: number
}

export interface AppOptions {
  /** How long a live result trusts that it will be told of changes, before it looks by itself. */
  lookEverySeconds?: number
  /** Whether background jobs run in this process. */
  jobs?: boolean
}

const LOOK_EVERY_SECONDS = 20

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
  options: AppOptions = {},
): Promise<App> {
  await using stack = new AsyncDisposableStack()
  const embedded = {
    dataDir: config.dataDir,
    secret: config.secrets.current,
    port: config.embeddedPort,
  }
  if (!config.databaseUrl) stack.use(await startEmbeddedDatabase(embedded))
  const { databaseUrl, pool: poolSettings } = config
  const database = stack.use(connectDatabase({ databaseUrl, embedded, pool: poolSettings }))
  const preparation = stack.use(await prepareDatabase(database.owner, logger))
  const listeners = new Listeners()
  const nudgeLine = databaseUrl ? stack.use(connectNudges(config, logger, listeners)) : undefined
  const databases = createUserDatabases(database.pool, {
    statementTimeoutSeconds: poolSettings.statementTimeoutSeconds,
    lockTimeoutSeconds: poolSettings.lockTimeoutSeconds,
    onMutated(userId) {
      listeners.tell(userId)
      nudgeLine?.nudge(userId)
    },
    ...(isolation && { isolation }),
  })
  const stopping = new AbortController()
  const jobs = { databases, owner: database.owner, logger, stopping: stopping.signal }
  if (options.jobs !== false) stack.use(startJobs(jobs))
  const { lookEverySeconds = LOOK_EVERY_SECONDS } = options
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
    sources: {
      databases,
      live: { listeners, lookEverySeconds, signal: stopping.signal },
      findDevices: (userId, sessionIds) => findDevices(database.owner, userId, sessionIds),
    },
    graphql: createGraphQLServer(logger),
    webOrigins: config.webOrigins,
    logger,
    isReady: preparation.isReady,
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(config.apiPort, config.host, resolve)
  })
  stack.defer(() => {
    stopping.abort()
    return stopGracefully(server)
  })
  const { port } = server.address() as AddressInfo
  const resources = stack.move()
  return { port, [Symbol.asyncDispose]: () => resources.disposeAsync() }
}

/** The embedded database has one API process, and nobody else to tell. */
function connectNudges(config: ServerConfig, logger: Logger, listeners: Listeners): NudgeLine {
  return openNudgeLine({
    url: config.databaseDirectUrl ?? directUrl(config.databaseUrl ?? ''),
    connectTimeoutSeconds: config.pool.connectTimeoutSeconds,
    logger,
    onNudged(userIds) {
      for (const userId of userIds) listeners.tell(userId)
    },
    onConnected: () => listeners.tellEverybody(),
  })
}
