import type { Kysely } from 'kysely'
import { type AppOptions, createApp } from '../../src/app.ts'
import type { ApiTokenSettings } from '../../src/auth/api-token.ts'
import { connectDatabase } from '../../src/db/connect.ts'
import type { PoolSettings } from '../../src/db/pool.ts'
import type { UserDatabaseOptions } from '../../src/db/user-database.ts'
import { readServerEnv, type ServerConfig } from '../../src/env.ts'
import { createLogger } from '../../src/logger.ts'
import type { Json } from './ask.ts'
import { createPerson, type Person } from './person.ts'
import { createTestDatabase, type TestDatabase } from './test-database.ts'

export const testSecret = 'vW3kq0Zb8Xy1Ns5Tf7Lc9Re2Ud4Hg6Jm-tests-only'

export type TestAppOptions = {
  /** Takes one of the two layers away. */
  isolation?: UserDatabaseOptions['isolation']
  /** Environment variables beside those the harness sets. */
  env?: Record<string, string>
  /** What is left of a budget tells to the point what was asked for, however long it took. */
  exactBudget?: boolean
  /** How often live results look by themselves, and whether background jobs run (here they don't). */
  app?: AppOptions
  /** One that is there already and outlives the app; by default the app gets one of its own. */
  database?: TestDatabase
}

export interface TestApp extends AsyncDisposable {
  /** Without a slash at the end. */
  url: string
  config: ServerConfig
  /** What tokens of this app are made with. */
  token: ApiTokenSettings
  /** The database as the role that owns the tables. */
  owner: Kysely<Json>
  /** The lines of the log so far, from `debug` on. */
  logs: Record<string, unknown>[]
  createPerson(name: string): Promise<Person>
  /** `const { ada, bob } = await app.createPeople('ada', 'bob')` */
  createPeople<Name extends string>(...names: Name[]): Promise<Record<Name, Person>>
}

/**
 * Starts the real API on a free port and a database of its own.
 *
 *     const app = await startTestApp()
 *     afterAll(() => app[Symbol.asyncDispose]())
 */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  await using stack = new AsyncDisposableStack()
  const database = options.database ?? stack.use(await createTestDatabase())
  const config = testConfig(database, options.env)
  if (options.exactBudget) config.budget = { ...config.budget, drainPerSecond: 1e-6 }
  const logs: Record<string, unknown>[] = []
  const logger = createLogger('debug', { write: (line) => void logs.push(JSON.parse(line)) })
  const running = stack.use(
    await createApp(config, logger, options.isolation, {
      jobs: false,
      ...(options.exactBudget && { chargeWork: false }),
      ...options.app,
    }),
  )
  const { owner } = stack.use(connectAsOwner(config))
  const { secrets, webUrl: issuer, apiUrl: audience, apiTokenTtlSeconds: ttlSeconds } = config
  const token = { secrets, issuer, audience, ttlSeconds }
  const url = `http://127.0.0.1:${running.port}`
  const common = { url, owner, token }
  const resources = stack.move()
  return {
    ...common,
    config,
    logs,
    createPerson: (name) => createPerson(common, name),
    async createPeople<Name extends string>(...names: Name[]) {
      const people = await Promise.all(names.map((name) => createPerson(common, name)))
      return Object.fromEntries(people.map((person) => [person.name, person])) as never
    },
    [Symbol.asyncDispose]: () => resources.disposeAsync(),
  }
}

/** The configuration an environment gives, but on any free port of this machine alone. */
export function testConfig(database: TestDatabase, env: Record<string, string> = {}): ServerConfig {
  const { dataDir, databaseUrl } = database
  const read = readServerEnv({
    DATA_DIR: dataDir,
    BETTER_AUTH_SECRET: testSecret,
    ...(databaseUrl && { DATABASE_URL: databaseUrl }),
    // Suites ask more in a minute than a person in a day; those of the budget set it themselves.
    BUDGET_POINTS: '999999999',
    ...env,
  })
  return { ...read, apiPort: 0, hosts: ['127.0.0.1'] }
}

/** A small pool of the test's own, so that it never waits for the app's. */
export function connectAsOwner(
  config: ServerConfig,
  maxConnections = 2,
  pool: Partial<PoolSettings> = {},
) {
  return connectDatabase<Json>({
    databaseUrl: config.databaseUrl,
    embedded: {
      dataDir: config.dataDir,
      secret: config.secrets.current,
      port: config.embeddedPort,
    },
    pool: { maxConnections, connectTimeoutSeconds: 10, idleTimeoutSeconds: 10, ...pool },
  })
}
