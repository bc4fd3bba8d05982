import { resolve } from 'node:path'
import { z } from 'zod'
import type { BudgetRules } from './budget/budgets.ts'
import type { QueryLimits } from './domain/limits.ts'
import {
  ConfigurationError,
  checkEnvironment,
  duration,
  type Environment,
  listAddresses,
  parsed,
  parseOrigins,
  postgresUrl,
  resolveAddresses,
  resolveHosts,
  sharedVariables,
  wholeNumber,
} from './domain/settings/environment.ts'
import { listProductionProblems } from './domain/settings/production.ts'
import { parseHttpUrl } from './domain/text/web-address.ts'
import type { ReadableBy } from './http/cors.ts'
import { findMailProblem, type MailSettings, readMailSettings } from './mail/mail-settings.ts'
import { findSecretProblem, missingSecretProblem, resolveSecret } from './secret.ts'

export type LogLevel = (typeof logLevels)[number]

export type ServerConfig = {
  apiPort: number
  /** The addresses to listen on; none means all of this machine. */
  hosts: readonly string[]
  /** Where callers reach the API, without a slash at the end; the audience of its tokens. */
  apiUrl: string
  /** Origins of the web app; never empty. */
  webOrigins: string[]
  /** Whose pages may call the API: the web app's and others, or everybody's. */
  readableBy: ReadableBy
  /** The web app's base URL, the first of the origins; the issuer of the tokens. */
  webUrl: string
  /** Undefined: the embedded database. */
  databaseUrl?: string
  /** Reaches the same database past a pooler; undefined: derived from `databaseUrl`. */
  databaseDirectUrl?: string
  /** Absolute path of the folder with the embedded database and the generated secret. */
  dataDir: string
  /** The loopback port of the embedded database; undefined: derived from `dataDir`. */
  embeddedPort?: number
  secrets: { current: string; previous?: string }
  apiTokenTtlSeconds: number
  /** Of push services beside those of the browsers' vendors. */
  pushOrigins: readonly string[]
  /** Of receivers of webhooks that aren't on the public internet, or not over https. */
  webhookOrigins: readonly string[]
  /** How its mails leave. */
  mail: MailSettings
  logLevel: LogLevel
  /** What a collector must bring to `/metrics`; undefined: there is no such endpoint. */
  metricsToken?: string
  /** Of an OpenTelemetry collector; undefined: nothing is traced. */
  tracesEndpoint?: string
  /** How long a request may take to arrive, its head and its body each. */
  requestTimeoutSeconds: number
  /** What one operation may have. */
  queryLimits: QueryLimits
  /** What one person may ask for over time. */
  budget: BudgetRules
  pool: {
    maxConnections: number
    connectTimeoutSeconds: number
    idleTimeoutSeconds: number
    statementTimeoutSeconds: number
    lockTimeoutSeconds: number
  }
}

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
const repositoryRoot = resolve(import.meta.dirname, '../..')

const variables = z.object({
  ...sharedVariables,
  API_ORIGINS: parsed(
    (text) => (text === '*' ? '*' : parseOrigins(text)),
    '* or a comma-separated list of origins (scheme, host and port, no path) such as https://tools.example.com',
  ).default('*'),
  PUSH_ORIGINS: parsed(
    parseOrigins,
    'a comma-separated list of origins (scheme, host and port, no path) such as https://push.example.com',
  ).optional(),
  WEBHOOK_ORIGINS: parsed(
    parseOrigins,
    'a comma-separated list of origins (scheme, host and port, no path) such as http://homeassistant.local:8123',
  ).optional(),
  DATABASE_DIRECT_URL: postgresUrl().optional(),
  DATABASE_STATEMENT_TIMEOUT: duration(1, 3_600).default(15),
  DATABASE_LOCK_TIMEOUT: duration(1, 3_600).default(5),
  BETTER_AUTH_SECRET: secret().optional(),
  BETTER_AUTH_SECRET_PREVIOUS: secret().optional(),
  REQUEST_TIMEOUT: duration(1, 3_600).default(30),
  QUERY_MAX_TOKENS: wholeNumber(100, 1_000_000).default(10_000),
  QUERY_MAX_DEPTH: wholeNumber(1, 50).default(20),
  QUERY_MAX_FIELDS: wholeNumber(1, 10_000).default(1_000),
  QUERY_MAX_ALIASES: wholeNumber(0, 10_000).default(50),
  QUERY_MAX_DIRECTIVES: wholeNumber(0, 10_000).default(50),
  QUERY_MAX_ROOT_FIELDS: wholeNumber(1, 1_000).default(20),
  QUERY_MAX_COST: wholeNumber(100, 10_000_000).default(20_000),
  BUDGET_POINTS: wholeNumber(100, 999_999_999).default(100_000),
  BUDGET_POINTS_PER_SECOND: wholeNumber(1, 999_999_999).default(2_000),
  LOG_LEVEL: parsed(
    (text) => logLevels.find((level) => level === text),
    `one of ${logLevels.join(', ')}`,
  ).default('info'),
  METRICS_TOKEN: secret().optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: parsed(
    parseHttpUrl,
    'an http or https address such as http://localhost:4318',
  ).optional(),
})

/** The name of every variable the API reads. */
export const serverVariables = Object.keys(variables.shape)

/**
 * Reads the API's configuration. An empty variable counts as one that is not set; relative folders
 * start at the repository's root. Without a DATABASE_URL and a secret it reads or creates the secret
 * in the data folder.
 *
 * @throws ConfigurationError whose message lists every problem, a line each, in words that say what to do. It
 * never repeats a secret or a database URL.
 */
export function readServerEnv(env: Environment): ServerConfig {
  const { read, problems } = checkEnvironment(variables, env)
  if (env.DATABASE_URL && !env.BETTER_AUTH_SECRET) {
    problems.push(`BETTER_AUTH_SECRET ${missingSecretProblem}`)
  }
  if (read && read.API_PORT === read.WEB_PORT) {
    problems.push(`API_PORT and WEB_PORT are both ${read.API_PORT}: give each its own`)
  }
  if (read && read.QUERY_MAX_COST >= read.BUDGET_POINTS) {
    problems.push(
      `QUERY_MAX_COST is ${read.QUERY_MAX_COST} and must be less than BUDGET_POINTS, ${read.BUDGET_POINTS}`,
    )
  }
  const mailProblem = findMailProblem(env)
  if (mailProblem) problems.push(mailProblem)
  if (read) problems.push(...listProductionProblems(env, listAddresses(read)))
  if (!read || problems.length > 0) throw new ConfigurationError(problems)
  return toConfig(read)
}

function toConfig(read: z.output<typeof variables>): ServerConfig {
  const { API_ORIGINS } = read
  const addresses = resolveAddresses(read)
  const dataDir = resolve(repositoryRoot, read.DATA_DIR)
  const current = resolveSecret({
    databaseUrl: read.DATABASE_URL,
    dataDir,
    secret: read.BETTER_AUTH_SECRET,
  })
  return {
    apiPort: read.API_PORT,
    hosts: resolveHosts(read),
    ...addresses,
    readableBy: API_ORIGINS === '*' ? '*' : [...addresses.webOrigins, ...API_ORIGINS],
    ...(read.DATABASE_URL && { databaseUrl: read.DATABASE_URL }),
    ...(read.DATABASE_DIRECT_URL && { databaseDirectUrl: read.DATABASE_DIRECT_URL }),
    dataDir,
    ...(read.EMBEDDED_PORT && { embeddedPort: read.EMBEDDED_PORT }),
    secrets: {
      current,
      ...(read.BETTER_AUTH_SECRET_PREVIOUS && { previous: read.BETTER_AUTH_SECRET_PREVIOUS }),
    },
    apiTokenTtlSeconds: read.API_TOKEN_TTL,
    pushOrigins: read.PUSH_ORIGINS ?? [],
    webhookOrigins: read.WEBHOOK_ORIGINS ?? [],
    mail: readMailSettings(read),
    logLevel: read.LOG_LEVEL,
    ...(read.METRICS_TOKEN && { metricsToken: read.METRICS_TOKEN }),
    ...(read.OTEL_EXPORTER_OTLP_ENDPOINT && { tracesEndpoint: read.OTEL_EXPORTER_OTLP_ENDPOINT }),
    requestTimeoutSeconds: read.REQUEST_TIMEOUT,
    queryLimits: {
      tokens: read.QUERY_MAX_TOKENS,
      depth: read.QUERY_MAX_DEPTH,
      fields: read.QUERY_MAX_FIELDS,
      aliases: read.QUERY_MAX_ALIASES,
      directives: read.QUERY_MAX_DIRECTIVES,
      rootFields: read.QUERY_MAX_ROOT_FIELDS,
      cost: read.QUERY_MAX_COST,
    },
    budget: {
      capacity: read.BUDGET_POINTS,
      drainPerSecond: read.BUDGET_POINTS_PER_SECOND,
      sessionReserve: sessionReserve(read.BUDGET_POINTS, read.QUERY_MAX_COST),
    },
    pool: {
      maxConnections: read.DATABASE_POOL_SIZE,
      connectTimeoutSeconds: read.DATABASE_CONNECT_TIMEOUT,
      idleTimeoutSeconds: read.DATABASE_IDLE_TIMEOUT,
      statementTimeoutSeconds: read.DATABASE_STATEMENT_TIMEOUT,
      lockTimeoutSeconds: read.DATABASE_LOCK_TIMEOUT,
    },
  }
}

function secret() {
  return z.string().superRefine((value, context) => {
    const problem = findSecretProblem(value)
    if (problem) context.addIssue({ code: 'custom', message: problem })
  })
}

/** A quarter of the budget, or less where a token's largest operation wouldn't fit beside that. */
function sessionReserve(capacity: number, maxCost: number): number {
  const requestCost = 1
  return Math.min(Math.floor(capacity / 4), capacity - maxCost - requestCost)
}
