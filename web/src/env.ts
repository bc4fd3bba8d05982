import { basename, dirname, resolve } from 'node:path'
import { parseDurationSeconds } from '@tend/server/domain/duration'
import { parseHttpUrl, parseWebOrigin } from '@tend/server/domain/web-address'
import { resolveSecret } from '@tend/server/secret'
import { z } from 'zod'

export type ProviderName = (typeof providerNames)[number]

export type ProviderSettings = { clientId: string; clientSecret: string }

export type WebConfig = {
  /** Where browsers reach the API, without a slash at the end; the audience of its tokens. */
  apiUrl: string
  /** The web app's base URL, the first of the origins; the issuer of the tokens. */
  webUrl: string
  /** Origins this app is reached under; never empty. */
  webOrigins: string[]
  /** Undefined: the embedded database, which the API runs. */
  databaseUrl?: string
  /** Absolute path of the folder with the embedded database and the generated secret. */
  dataDir: string
  /** The loopback port of the embedded database; undefined: derived from `dataDir`. */
  embeddedPort?: number
  secrets: { current: string; previous?: string }
  apiTokenTtlSeconds: number
  pool: { maxConnections: number; connectTimeoutSeconds: number; idleTimeoutSeconds: number }
  /** Only the providers that are configured. */
  providers: Partial<Record<ProviderName, ProviderSettings>>
}

export const providerNames = ['google', 'github'] as const

const port = wholeNumber(1, 65_535)
const variables = z.object({
  API_PORT: port.default(4000),
  WEB_PORT: port.default(3000),
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
  DATA_DIR: z.string().default('.data'),
  EMBEDDED_PORT: port.optional(),
  BETTER_AUTH_SECRET: z.string().optional(),
  BETTER_AUTH_SECRET_PREVIOUS: z.string().optional(),
  API_TOKEN_TTL: duration(1, 31_536_000).default(604_800),
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  GITHUB_CLIENT_ID: z.string().optional(),
  GITHUB_CLIENT_SECRET: z.string().optional(),
})

type Variables = z.output<typeof variables>

/** The name of every variable the web app reads. */
export const webVariables = Object.keys(variables.shape)

let config: WebConfig | undefined

/**
 * The configuration of this process, read once.
 *
 * @throws Error as `readWebEnv` does.
 */
export function getWebEnv(): WebConfig {
  config ??= readWebEnv(process.env)
  return config
}

/** Whether this is the development server, which Next says by itself. */
export function isDevelopmentServer(): boolean {
  return process.env.NODE_ENV === 'development'
}

/**
 * Reads the web app's configuration. An empty variable counts as one that is not set; relative
 * folders start at the repository's root.
 *
 * @throws Error whose message lists every problem, a line each, in words that say what to do. It
 * never repeats a secret or a database URL.
 */
export function readWebEnv(env: Record<string, string | undefined>): WebConfig {
  const result = variables.safeParse(dropEmpty(env))
  const problems = (result.error?.issues ?? []).map(
    (issue) => `${issue.path.join('.')} ${issue.message}`,
  )
  for (const name of providerNames) problems.push(...listProviderProblems(name, env))
  const dataDir = resolve(findRepositoryRoot(), result.data?.DATA_DIR ?? '.data')
  const secret = readSecret(env, dataDir)
  if ('problem' in secret) problems.push(secret.problem)
  if (!result.success || 'problem' in secret || problems.length > 0) {
    throw new Error(describeProblems(problems))
  }
  return toConfig(result.data, dataDir, secret.value)
}

function toConfig(read: Variables, dataDir: string, secret: string): WebConfig {
  const [webUrl, ...otherOrigins] = read.WEB_ORIGINS ?? [
    `http://localhost:${read.WEB_PORT}`,
    `http://127.0.0.1:${read.WEB_PORT}`,
  ]
  return {
    apiUrl: read.API_URL ?? `http://localhost:${read.API_PORT}`,
    webUrl,
    webOrigins: [webUrl, ...otherOrigins],
    ...(read.DATABASE_URL && { databaseUrl: read.DATABASE_URL }),
    dataDir,
    ...(read.EMBEDDED_PORT && { embeddedPort: read.EMBEDDED_PORT }),
    secrets: {
      current: secret,
      ...(read.BETTER_AUTH_SECRET_PREVIOUS && { previous: read.BETTER_AUTH_SECRET_PREVIOUS }),
    },
    apiTokenTtlSeconds: read.API_TOKEN_TTL,
    pool: {
      maxConnections: read.DATABASE_POOL_SIZE,
      connectTimeoutSeconds: read.DATABASE_CONNECT_TIMEOUT,
      idleTimeoutSeconds: read.DATABASE_IDLE_TIMEOUT,
    },
    providers: readProviders(read),
  }
}

function readProviders(read: Variables): WebConfig['providers'] {
  const { GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, GITHUB_CLIENT_ID, GITHUB_CLIENT_SECRET } = read
  return {
    ...(GOOGLE_CLIENT_ID &&
      GOOGLE_CLIENT_SECRET && {
        google: { clientId: GOOGLE_CLIENT_ID, clientSecret: GOOGLE_CLIENT_SECRET },
      }),
    ...(GITHUB_CLIENT_ID &&
      GITHUB_CLIENT_SECRET && {
        github: { clientId: GITHUB_CLIENT_ID, clientSecret: GITHUB_CLIENT_SECRET },
      }),
  }
}

/** The rules of the secret are the server's; only the wording of several problems at once is ours. */
function readSecret(
  env: Record<string, string | undefined>,
  dataDir: string,
): { value: string } | { problem: string } {
  try {
    return {
      value: resolveSecret({
        databaseUrl: env.DATABASE_URL,
        dataDir,
        secret: env.BETTER_AUTH_SECRET,
      }),
    }
  } catch (error) {
    return { problem: (error as Error).message.replace(/\.$/, '') }
  }
}

function listProviderProblems(
  name: ProviderName,
  env: Record<string, string | undefined>,
): string[] {
  const id = `${name.toUpperCase()}_CLIENT_ID`
  const secret = `${name.toUpperCase()}_CLIENT_SECRET`
  if (Boolean(env[id]) === Boolean(env[secret])) return []
  const [set, missing] = env[id] ? [id, secret] : [secret, id]
  return [`${missing} is missing although ${set} is set: set both, or neither`]
}

// The bundle doesn't know where its source lay; Next runs in web/, and a launcher may run it from the root.
function findRepositoryRoot(): string {
  const folder = process.cwd()
  return basename(folder) === 'web' ? dirname(folder) : folder
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
