import { resolve } from 'node:path'
import { z } from 'zod'
import { parseDurationSeconds } from './domain/duration.ts'
import { parseHttpUrl, parseWebOrigin } from './domain/web-address.ts'
import { findSecretProblem, missingSecretProblem, resolveSecret } from './secret.ts'

export type LogLevel = (typeof logLevels)[number]

export type ServerConfig = {
  apiPort: number
  /** The address to listen on; all addresses when it is not set. */
  host?: string
  /** Where callers reach the API, without a slash at the end; the audience of its tokens. */
  apiUrl: string
  /** Origins whose pages may call the API; never empty. */
  webOrigins: string[]
  /** The web app's base URL, the first of the origins; the issuer of the tokens. */
  webUrl: string
  /** Undefined: the embedded database. */
  databaseUrl?: string
  /** Absolute path of the folder with the embedded database and the generated secret. */
  dataDir: string
  /** The loopback port of the embedded database; undefined: derived from `dataDir`. */
  embeddedPort?: number
  secrets: { current: string; previous?: string }
  apiTokenTtlSeconds: number
  logLevel: LogLevel
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

const port = wholeNumber(1, 65_535)
const variables = z.object({
  API_PORT: port.default(4000),
  WEB_PORT: port.default(3000),
  HOST: z.string().optional(),
  API_URL: parsed(
    parseHttpUrl,
    'an http or https address such as https://api.example.com',
  ).optional(),
  WEB_ORIGINS: parsed(
    parseOrigins,
    'a comma-separated list of origins (scheme, host and port, no path) such as https://tend.example.com',
  ).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/./, 'must begin with postgres:// or postgresql://')
    .optional(),
  DATABASE_POOL_SIZE: wholeNumber(1, 1_000).default(20),
  DATABASE_CONNECT_TIMEOUT: duration(1, 300).default(10),
  DATABASE_IDLE_TIMEOUT: duration(1, 86_400).default(30),
  DATABASE_STATEMENT_TIMEOUT: duration(1, 3_600).default(15),
  DATABASE_LOCK_TIMEOUT: duration(1, 3_600).default(5),
  DATA_DIR: z.string().default('.data'),
  EMBEDDED_PORT: port.optional(),
  BETTER_AUTH_SECRET: secret().optional(),
  BETTER_AUTH_SECRET_PREVIOUS: secret().optional(),
  API_TOKEN_TTL: duration(1, 31_536_000).default(604_800),
  LOG_LEVEL: parsed(
    (text) => logLevels.find((level) => level === text),
    `one of ${logLevels.join(', ')}`,
  ).default('info'),
})

/** The name of every variable the API reads. */
export const serverVariables = Object.keys(variables.shape)

/**
 * Reads the API's configuration. An empty variable counts as one that is not set; relative folders
 * start at the repository's root. Without a DATABASE_URL and a secret it reads or creates the secret
 * in the data folder.
 *
 * @throws Error whose message lists every problem, a line each, in words that say what to do. It
 * never repeats a secret or a database URL.
 */
export function readServerEnv(env: Record<string, string | undefined>): ServerConfig {
  const result = variables.safeParse(dropEmpty(env))
  const problems = (result.error?.issues ?? []).map(
    (issue) => `${issue.path.join('.')} ${issue.message}`,
  )
  if (env.DATABASE_URL && !env.BETTER_AUTH_SECRET) {
    problems.push(`BETTER_AUTH_SECRET ${missingSecretProblem}`)
  }
  if (result.data && result.data.API_PORT === result.data.WEB_PORT) {
    problems.push(`API_PORT and WEB_PORT are both ${result.data.API_PORT}: give each its own`)
  }
  if (!result.success || problems.length > 0) throw new Error(describeProblems(problems))
  return toConfig(result.data)
}

function toConfig(read: z.output<typeof variables>): ServerConfig {
  const dataDir = resolve(repositoryRoot, read.DATA_DIR)
  const [webUrl, ...otherOrigins] = read.WEB_ORIGINS ?? [
    `http://localhost:${read.WEB_PORT}`,
    `http://127.0.0.1:${read.WEB_PORT}`,
  ]
  const current = resolveSecret({
    databaseUrl: read.DATABASE_URL,
    dataDir,
    secret: read.BETTER_AUTH_SECRET,
  })
  return {
    apiPort: read.API_PORT,
    ...(read.HOST && { host: read.HOST }),
    apiUrl: read.API_URL ?? `http://localhost:${read.API_PORT}`,
    webOrigins: [webUrl, ...otherOrigins],
    webUrl,
    ...(read.DATABASE_URL && { databaseUrl: read.DATABASE_URL }),
    dataDir,
    ...(read.EMBEDDED_PORT && { embeddedPort: read.EMBEDDED_PORT }),
    secrets: {
      current,
      ...(read.BETTER_AUTH_SECRET_PREVIOUS && { previous: read.BETTER_AUTH_SECRET_PREVIOUS }),
    },
    apiTokenTtlSeconds: read.API_TOKEN_TTL,
    logLevel: read.LOG_LEVEL,
    pool: {
      maxConnections: read.DATABASE_POOL_SIZE,
      connectTimeoutSeconds: read.DATABASE_CONNECT_TIMEOUT,
      idleTimeoutSeconds: read.DATABASE_IDLE_TIMEOUT,
      statementTimeoutSeconds: read.DATABASE_STATEMENT_TIMEOUT,
      lockTimeoutSeconds: read.DATABASE_LOCK_TIMEOUT,
    },
  }
}

function describeProblems(problems: string[]): string {
  if (problems.length === 1) return `${problems[0]}.`
  return `The configuration has ${problems.length} problems:\n${problems.map((problem) => `  ${problem}.`).join('\n')}`
}

function dropEmpty(env: Record<string, string | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value))
}

function parseOrigins(text: string): [string, ...string[]] | undefined {
  const origins = text.split(',').map((part) => parseWebOrigin(part))
  return origins.every((origin) => origin !== undefined)
    ? ([...new Set(origins)] as [string, ...string[]])
    : undefined
}

/** A text that `parse` understands (it gives undefined when it doesn't). */
function parsed<T>(parse: (text: string) => T | undefined, expected: string) {
  return z.string().transform((text, context) => {
    const value = parse(text)
    if (value !== undefined) return value
    context.addIssue({ code: 'custom', message: `is "${text}" and must be ${expected}` })
    return z.NEVER
  })
}

function wholeNumber(min: number, max: number) {
  return parsed(
    (text) => (/^\d{1,9}$/.test(text) ? within(Number(text), min, max) : undefined),
    `a whole number from ${min} to ${max}`,
  )
}

/** In seconds. */
function duration(min: number, max: number) {
  return parsed(
    (text) => within(parseDurationSeconds(text), min, max),
    `a duration such as 30s, 15m, 12h or 7d, from ${min} to ${max} seconds`,
  )
}

function within(value: number | undefined, min: number, max: number): number | undefined {
  return value !== undefined && value >= min && value <= max ? value : undefined
}

function secret() {
  return z.string().superRefine((value, context) => {
    const problem = findSecretProblem(value)
    if (problem) context.addIssue({ code: 'custom', message: problem })
  })
}
