import { basename, dirname, resolve } from 'node:path'
import {
  ConfigurationError,
  checkEnvironment,
  type Environment,
  listAddresses,
  parsed,
  resolveAddresses,
  resolveHosts,
  sharedVariables,
  wholeNumber,
} from '@tend/server/domain/settings/environment'
import { listProductionProblems } from '@tend/server/domain/settings/production'
import { parseHttpUrl } from '@tend/server/domain/text/web-address'
import {
  findMailProblem,
  type MailSettings,
  readMailSettings,
} from '@tend/server/mail/mail-settings'
import { findSecretProblem, resolveSecret } from '@tend/server/secret'
import { z } from 'zod'
import type { TrustedProxy } from './auth/attempts/client-address.ts'
import type { CaptchaSettings } from './auth/rules/captcha.ts'
import { type SignUpMode, signUpModes } from './auth/rules/sign-up-mode.ts'

export type ProviderName = 'google' | 'github'

export type ProviderSettings = { clientId: string; clientSecret: string }

export type OidcSettings = ProviderSettings & {
  /** As the provider writes it in its discovery document. */
  issuer: string
  /** Its label on the button. */
  name: string
}

export type WebConfig = {
  webPort: number
  /** The addresses to listen on; all of this machine when empty. */
  hosts: readonly string[]
  /** Where browsers reach the API, without a slash at the end; the audience of its tokens. */
  apiUrl: string
  /** Where this server reaches it, without a slash at the end. */
  apiInternalUrl: string
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
  signUp: SignUpMode
  mail: MailSettings
  /** The address of a service that knows leaked passwords, in Have I Been Pwned's range protocol. */
  passwordBreachCheckUrl?: string
  /** The check that somebody is a person, when it is configured. */
  captcha?: CaptchaSettings
  /** What names the client's address; undefined: nobody is between, the connection does. */
  trustedProxy?: TrustedProxy
  /** Only the providers that are configured. */
  providers: Partial<Record<ProviderName, ProviderSettings>>
  /** Any OpenID Connect provider, when it is configured. */
  oidc?: OidcSettings
}

const variables = z.object({
  ...sharedVariables,
  API_INTERNAL_URL: parsed(
    parseHttpUrl,
    'an http or https address such as http://api.internal:4000',
  ).optional(),
  BETTER_AUTH_SECRET: z.string().optional(),
  BETTER_AUTH_SECRET_PREVIOUS: z.string().optional(),
  SIGN_UP: parsed(
    (text) => signUpModes.find((mode) => mode === text),
    `one of ${signUpModes.join(', ')}`,
  ).default('open'),
  PASSWORD_BREACH_CHECK_URL: z
    .url({
      protocol: /^https?$/,
      error: 'should be an http or https address, like https://api.pwnedpasswords.com/range',
    })
    .optional(),
  TURNSTILE_SITE_KEY: z.string().optional(),
  TURNSTILE_SECRET_KEY: z.string().optional(),
  TURNSTILE_URL: z
    .string()
    .regex(/^https?:\/\/[^\s?#]+$/, 'must be an address such as https://captcha.example.com')
    .default('https://challenges.cloudflare.com/turnstile/v0'),
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  GITHUB_CLIENT_ID: z.string().optional(),
  GITHUB_CLIENT_SECRET: z.string().optional(),
  OIDC_ISSUER: z
    .string()
    .regex(/^https?:\/\/[^\s?#]+$/, 'must be an address such as https://login.example.com')
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().optional(),
  TRUSTED_PROXY_HEADER: z
    .string()
    .toLowerCase()
    .regex(/^[a-z0-9-]+$/, 'must be the name of a header, such as X-Forwarded-For')
    .optional(),
  TRUSTED_PROXY_HOPS: wholeNumber(1, 10).default(1),
})

const variablesThatGoTogether = [
  ['TURNSTILE_SITE_KEY', 'TURNSTILE_SECRET_KEY'],
  ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'],
  ['GITHUB_CLIENT_ID', 'GITHUB_CLIENT_SECRET'],
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
]

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
 * @throws ConfigurationError whose message lists every problem, a line each, in words that say what to do. It
 * never repeats a secret or a database URL.
 */
export function readWebEnv(env: Environment): WebConfig {
  const { read, problems } = checkEnvironment(variables, env)
  for (const group of variablesThatGoTogether) problems.push(...listMissing(group, env))
  const mailProblem = findMailProblem(env)
  if (mailProblem) problems.push(mailProblem)
  const previous = env.BETTER_AUTH_SECRET_PREVIOUS
  const previousProblem = previous && findSecretProblem(previous)
  if (previousProblem) problems.push(`BETTER_AUTH_SECRET_PREVIOUS ${previousProblem}`)
  if (read) problems.push(...listProductionProblems(env, listAddresses(read)))
  const dataDir = resolve(findRepositoryRoot(), read?.DATA_DIR ?? '.data')
  const secret = readSecret(env, dataDir)
  if ('problem' in secret) problems.push(secret.problem)
  if (!read || 'problem' in secret || problems.length > 0) {
    throw new ConfigurationError(problems)
  }
  return toConfig(read, dataDir, secret.value)
}

function toConfig(read: Variables, dataDir: string, secret: string): WebConfig {
  const addresses = resolveAddresses(read)
  return {
    webPort: read.WEB_PORT,
    hosts: resolveHosts(read),
    ...addresses,
    apiInternalUrl: read.API_INTERNAL_URL ?? addresses.apiUrl,
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
    signUp: read.SIGN_UP,
    mail: readMailSettings(read),
    ...(read.PASSWORD_BREACH_CHECK_URL && {
      passwordBreachCheckUrl: read.PASSWORD_BREACH_CHECK_URL,
    }),
    ...readCaptcha(read),
    ...(read.TRUSTED_PROXY_HEADER && {
      trustedProxy: { header: read.TRUSTED_PROXY_HEADER, hops: read.TRUSTED_PROXY_HOPS },
    }),
    providers: readProviders(read),
    ...readOidc(read),
  }
}

function readCaptcha(read: Variables): { captcha?: CaptchaSettings } {
  const { TURNSTILE_SITE_KEY: siteKey, TURNSTILE_SECRET_KEY: secretKey } = read
  if (!siteKey || !secretKey) return {}
  return { captcha: { url: read.TURNSTILE_URL.replace(/\/+$/, ''), siteKey, secretKey } }
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

function readOidc(read: Variables): { oidc?: OidcSettings } {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = read
  if (!issuer || !clientId || !clientSecret) return {}
  return { oidc: { issuer, clientId, clientSecret, name: read.OIDC_NAME ?? new URL(issuer).host } }
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

function listMissing(group: readonly string[], env: Environment): string[] {
  const set = group.find((name) => env[name])
  const missing = group.filter((name) => !env[name])
  if (!set) return []
  return missing.map((name) => `${name} is missing although ${set} is set: set both, or neither`)
}

// The bundle doesn't know where its source lay; Next runs in web/, and a launcher may run it from the root.
function findRepositoryRoot(): string {
  const folder = process.cwd()
  return basename(folder) === 'web' ? dirname(folder) : folder
}
