import { createAuthenticator } from './auth/authenticate.ts'
import { createCredentialLookup } from './auth/credential.loader.ts'
import { createUseNotes } from './auth/use-notes.ts'
import type { Viewer } from './auth/viewer.ts'
import { openBudgets } from './budget/budgets.ts'
import { createWorkCharges } from './budget/work-charges.ts'
import { readDryRun } from './changes/dry-run.ts'
import { EventTurns } from './changes/event-turns.ts'
import { Listeners } from './changes/listeners.ts'
import { checkView } from './check-view.ts'
import { connectDatabase } from './db/connect.ts'
import { startEmbeddedDatabase } from './db/embedded/engine.ts'
import {
  directUrl,
  type NotificationChannel,
  openNotificationChannel,
} from './db/notification-channel.ts'
import { isNeon } from './db/pool.ts'
import { prepareDatabase } from './db/prepare.ts'
import {
  createUserDatabases,
  type UserDatabaseOptions,
  type UserDatabases,
} from './db/user-database.ts'
import type { Deliverer } from './deliveries/deliverer.service.ts'
import { liveHeartbeatSeconds, maxEventsOnTheWay, maxExportBytes } from './domain/limits.ts'
import type { ServerConfig } from './env.ts'
import { createPace } from './graphql/pace.ts'
import { createGraphQLServer } from './graphql/yoga.ts'
import type { TransferLimits } from './http/http-exchange.ts'
import { createHttpServer } from './http/http-server.ts'
import { listen } from './http/listen.ts'
import { stopGracefully } from './http/stop-gracefully.ts'
import { startJobs } from './jobs/scheduler.ts'
import { createLoaders } from './loaders.ts'
import type { Logger } from './logger.ts'
import { createMailer } from './mail/mailer.ts'
import { openPush } from './push/open-push.ts'
import { answerLink } from './reminders/answer-link.ts'
import { isStillRung } from './reminders/rung-reminder.queries.ts'
import { startReminders } from './reminders/start-reminders.ts'
import { schema } from './schema.ts'
import { noteSessionUse } from './sessions/session.queries.ts'
import { createMetrics } from './telemetry/metrics.ts'
import { openTracing } from './telemetry/tracing.ts'
import { noteAccessTokenUse } from './tokens/access-token.queries.ts'
import { startWebhooks } from './webhooks/start-webhooks.ts'
import { sealWebhookSecret } from './webhooks/webhook-secret.ts'
import { findWebhookUrlProblem } from './webhooks/webhook-url.ts'

/** A running API. Disposing it lets requests in flight end, then closes everything. */
export interface App extends AsyncDisposable {
  port: number
}

export type AppOptions = {
  /** How long a live result relies on notifications of changes before it polls the log. */
  lookEverySeconds?: number
  /** How often a live result that is silent gives a sign of life. */
  pingEverySeconds?: number
  /** How long an event may stay unread before its connection is cut off. */
  eventReaderSeconds?: number
  /** Whether background jobs run in this process. */
  jobs?: boolean
  /** Whether this process rings reminders and sends to webhooks; by default if it runs jobs. */
  reminders?: boolean
  /** Whether the time that the database works for somebody is charged to their budget. */
  chargeWork?: boolean
  transferLimits?: Partial<TransferLimits>
}

const usualLookEverySeconds = 20
/** With more, each would have fewer statements at once; with fewer, a slow one would delay more others. */
const usualSharedConnections = 4
const usualEventReaderSeconds = 60
/** How much longer than its longest statement a connection may be silent. */
const silenceMarginSeconds = 5

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
  const { databaseUrl, metricsToken, pool: poolSettings } = config
  const silenceSeconds = poolSettings.statementTimeoutSeconds + silenceMarginSeconds
  const database = stack.use(
    connectDatabase({
      databaseUrl,
      embedded,
      // The embedded database answers one after the other, so that waiting there is no silence.
      pool: {
        ...poolSettings,
        ...(databaseUrl && { silenceSeconds }),
        isPipelined: isDirect(config),
      },
    }),
  )
  // A migration may take long, and say nothing meanwhile.
  const migrating = stack.use(connectDatabase({ databaseUrl, embedded, pool: poolSettings }))
  const preparation = stack.use(
    await prepareDatabase({ owner: database.owner, migrating: migrating.owner }, logger),
  )
  const listeners = new Listeners()
  const turns = new EventTurns(maxEventsOnTheWay)
  const tracing = stack.use(await openTracing(config.tracesEndpoint))
  const deliverers: Deliverer[] = []
  const wakeDeliverers = () => {
    for (const deliverer of deliverers) deliverer.wake()
  }
  const notifications = databaseUrl
    ? stack.use(connectNotifications(config, logger, listeners, wakeDeliverers))
    : undefined
  const budgets = stack.use(openBudgets({ rules: config.budget, owner: database.owner, logger }))
  const databases = createUserDatabases(database.pool, {
    statementTimeoutSeconds: poolSettings.statementTimeoutSeconds,
    lockTimeoutSeconds: poolSettings.lockTimeoutSeconds,
    ...(isDirect(config) && { sharedConnections: usualSharedConnections }),
    isEmbedded: !databaseUrl,
    traceStatement: tracing.traceStatement,
    ...(options.chargeWork !== false && { onWorked: createWorkCharges(budgets) }),
    onMutated(userId) {
      listeners.notify(userId)
      wakeDeliverers()
      notifications?.notify(userId)
    },
    ...(isolation && { isolation }),
  })
  const stopping = new AbortController()
  const { owner } = database
  const { webUrl } = config
  const mailer = stack.use(
    createMailer(
      config.mail,
      { database: owner, secrets: config.secrets },
      {
        hasLocalPage: false,
        isStillWanted: ({ userId, dedupe }) =>
          databases.asUser(userId, (db) => isStillRung(db, dedupe)),
      },
    ),
  )
  const push = stack.use(openPush({ owner, webUrl, moreOrigins: config.pushOrigins }))
  if (options.reminders ?? options.jobs !== false) {
    const mail = { mailer, secrets: config.secrets, webUrl, apiUrl: config.apiUrl }
    const means = { databases, owner, logger }
    deliverers.push(stack.use(startReminders({ ...means, mail, push: push.sender })))
    const { secrets, webhookOrigins: trustedOrigins } = config
    const webhooks = { mailer, webUrl, secrets, trustedOrigins }
    deliverers.push(stack.use(startWebhooks({ ...means, ...webhooks })))
    void mailer.resume()
  }
  if (options.jobs !== false) {
    stack.use(startJobs({ databases, owner, mailer, webUrl, logger, stopping: stopping.signal }))
  }
  const measured = {
    pool: database.pool,
    maxConnections: poolSettings.maxConnections,
    countLiveResults: () => listeners.size,
    countWaiting: databases.countWaiting,
  }
  const {
    lookEverySeconds = usualLookEverySeconds,
    pingEverySeconds = liveHeartbeatSeconds,
    eventReaderSeconds = usualEventReaderSeconds,
  } = options
  const lookup = createCredentialLookup(owner)
  const server = createHttpServer({
    authenticate: createAuthenticator({
      token: {
        secrets: config.secrets,
        issuer: config.webUrl,
        audience: config.apiUrl,
        ttlSeconds: config.apiTokenTtlSeconds,
      },
      lookup,
      noteUse: createUseNotes({ write: (viewer) => noteUse(databases, viewer), logger }),
    }),
    sources: {
      databases,
      budgets,
      pace: createPace(),
      live: { listeners, turns, lookEverySeconds, signal: stopping.signal },
      createLoaders,
      readDryRun,
      webUrl,
      apiUrl: config.apiUrl,
      push: push.sender,
      webhooks: {
        sealSecret: (secret) => sealWebhookSecret(secret, config.secrets),
        findUrlProblem: (url) => findWebhookUrlProblem(url, config.webhookOrigins),
      },
      sendMail: (mail) =>
        mailer.send(mail).catch((error: unknown) => {
          logger.warn({ err: error, kind: mail.kind }, 'a mail could not be kept to be sent')
        }),
    },
    graphql: createGraphQLServer(schema, logger, config.queryLimits, tracing, config.apiUrl),
    answerLink: (request) => answerLink(request, { databases, secrets: config.secrets, webUrl }),
    findFeed: lookup.findFeed,
    requestTimeoutSeconds: config.requestTimeoutSeconds,
    pingEverySeconds,
    eventReaderSeconds,
    schema,
    checkView,
    readableBy: config.readableBy,
    appOrigins: config.webOrigins,
    apiUrl: config.apiUrl,
    transferLimits: { ...transferLimitsOf(config), ...options.transferLimits },
    logger,
    tracing,
    metrics: metricsToken ? { token: metricsToken, metrics: createMetrics(measured) } : undefined,
    isReady: preparation.isReady,
  })
  const listening = await listen(server, config.apiPort, config.hosts)
  stack.defer(() => {
    stopping.abort()
    return stopGracefully(server, listening)
  })
  const { port } = listening
  const resources = stack.move()
  return { port, [Symbol.asyncDispose]: () => resources.disposeAsync() }
}

/** A Postgres server with no pooler in front: who names a direct address has a pooler there. */
function isDirect({ databaseUrl, databaseDirectUrl }: ServerConfig): boolean {
  return databaseUrl !== undefined && databaseDirectUrl === undefined && !isNeon(databaseUrl)
}

/** Transfers may take a tenth of the connections; the embedded database has one session in any case. */
function transferLimitsOf({ databaseUrl, pool }: ServerConfig): TransferLimits {
  return {
    perProcess: 8,
    atOnce: databaseUrl ? Math.max(1, Math.floor(pool.maxConnections / 10)) : 1,
    maxExportBytes,
    stallSeconds: 30,
    leastBytesPerSecond: 50_000,
  }
}

/** The embedded database has only one API process, so there is no other to notify. */
function connectNotifications(
  config: ServerConfig,
  logger: Logger,
  listeners: Listeners,
  onNews: () => void,
): NotificationChannel {
  return openNotificationChannel({
    url: config.databaseDirectUrl ?? directUrl(config.databaseUrl ?? ''),
    connectTimeoutSeconds: config.pool.connectTimeoutSeconds,
    secrets: config.secrets,
    logger,
    onNotified(userIds) {
      for (const userId of userIds) listeners.notify(userId)
      onNews()
    },
    onConnected() {
      listeners.notifyEverybody()
      onNews()
    },
  })
}

function noteUse(databases: UserDatabases, { userId, via }: Viewer): Promise<void> {
  return databases.asUser(userId, (db) =>
    via.kind === 'session' ? noteSessionUse(db, via.id) : noteAccessTokenUse(db, via.id),
  )
}
