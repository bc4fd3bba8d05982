import { basename, dirname, resolve } from 'node:path'
import {
  checkEnvironment,
  describeProblems,
  type Environment,
  resolveAddresses,
  sharedVariables,
} from '@tend/server/domain/environment'
import { findSecretProblem, resolveSecret } from '@tend/server/secret'
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

const variables = z.object({
  ...sharedVariables,
  BETTER_AUTH_SECRET: z.string().optional(),
  BETTER_AUTH_SECRET_PREVIOUS: z.string().optional(),
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
export function readWebEnv(env: Environment): WebConfig {
  const { read, problems } = checkEnvironment(variables, env)
  for (const name of providerNames) problems.push(...listProviderProblems(name, env))
  const previous = env.BETTER_AUTH_SECRET_PREVIOUS
  const previousProblem = previous && findSecretProblem(previous)
  if (previousProblem) problems.push(`BETTER_AUTH_SECRET_PREVIOUS ${previousProblem}`)
  const dataDir = resolve(findRepositoryRoot(), read?.DATA_DIR ?? '.data')
  const secret = readSecret(env, dataDir)
  if ('problem' in secret) problems.push(secret.problem)
  if (!read || 'problem' in secret || problems.length > 0) {
    throw new Error(describeProblems(problems))
  }
  return toConfig(read, dataDir, secret.value)
}

function toConfig(read: Variables, dataDir: string, secret: string): WebConfig {
  return {
    ...resolveAddresses(read),
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
function readSecret(env: Environment, dataDir: string): { value: string } | { problem: string } {
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

function listProviderProblems(name: ProviderName, env: Environment): string[] {
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
