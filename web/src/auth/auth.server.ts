import { connectDatabase } from '@tend/server/db'
import { betterAuth } from 'better-auth'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { getWebEnv, type WebConfig } from '../env.ts'
import { createAttemptLimit } from './attempt-limit.ts'
import { findProfileProblem, knownTimeZone, passwordLength } from './profile-rules.ts'

export type Auth = ReturnType<typeof createAuth>

const dayInSeconds = 86_400

/**
 * Better Auth over our own tables. Sessions live 30 days from their last use and are renewed once a
 * day; every sign-in makes a new one.
 */
export function createAuth(config: WebConfig, database: Kysely<unknown>) {
  const secure = config.webUrl.startsWith('https://')
  return betterAuth({
    appName: 'Tend',
    baseURL: config.webUrl,
    trustedOrigins: config.webOrigins,
    secret: config.secrets.current,
    database: { db: database, type: 'postgres', transaction: true },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      autoSignIn: true,
      revokeSessionsOnPasswordReset: true,
    },
    socialProviders: config.providers,
    user: {
      modelName: 'auth_user',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      additionalFields: {
        timeZone: {
          type: 'string',
          fieldName: 'time_zone',
          required: false,
          defaultValue: 'UTC',
          validator: { input: z.unknown().transform(knownTimeZone) },
        },
      },
    },
    session: {
      modelName: 'auth_session',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      expiresIn: 30 * dayInSeconds,
      updateAge: dayInSeconds,
    },
    account: {
      modelName: 'auth_account',
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'auth_verification',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    databaseHooks: {
      user: {
        create: { before: async (user) => refuseBadProfile(user) },
        update: { before: async (user) => refuseBadProfile(user) },
      },
    },
    hooks: limitAttempts(),
    rateLimit: {
      modelName: 'auth_rate_limit',
      fields: { lastRequest: 'last_request' },
      storage: 'database',
      // The address comes from a header that its sender can invent, so it only slows the clumsy;
      // guessing one account's password is bounded by `limitAttempts`.
      customRules: {
        '/sign-in/*': { window: 60, max: 30 },
        '/sign-up/*': { window: 60, max: 30 },
        '/get-session': false,
      },
    },
    advanced: {
      // `__Host-` (RFC 6265bis, section 4.1.3.2) instead of Better Auth's `__Secure-`: no neighbour
      // on a subdomain can set or widen these cookies.
      useSecureCookies: false,
      cookiePrefix: secure ? '__Host-tend' : 'tend',
      defaultCookieAttributes: { secure },
      trustedProxyHeaders: false,
      // Our migrations make the tables; a check at the first request would only add a way to fail.
      database: { validateSchema: false },
    },
    onAPIError: { errorURL: '/login' },
    telemetry: { enabled: false },
    // A wrong password is nothing an operator must read about.
    logger: { level: 'error' },
  })
}

/** Attempts are counted by account before the password is looked at, and forgotten on success. */
function limitAttempts() {
  const limit = createAttemptLimit({ maxAttempts: 10, windowSeconds: 300, maxKeys: 10_000 })
  return {
    before: createAuthMiddleware(async (context) => {
      const account = findAccount(context)
      const waitSeconds = account ? limit.take(account, Date.now()) : 0
      if (waitSeconds > 0) {
        throw new APIError(
          'TOO_MANY_REQUESTS',
          { code: 'TOO_MANY_ATTEMPTS', message: `Try again in ${waitSeconds} seconds.` },
          { 'retry-after': String(waitSeconds) },
        )
      }
    }),
    after: createAuthMiddleware(async (context) => {
      const account = findAccount(context)
      if (account && context.context.newSession) limit.clear(account)
    }),
  }
}

function findAccount(context: { path?: string; body?: { email?: unknown } }): string | undefined {
  const email = context.path === '/sign-in/email' ? context.body?.email : undefined
  return typeof email === 'string' ? email.toLowerCase().slice(0, 320) : undefined
}

function refuseBadProfile(profile: { name?: unknown; email?: unknown }): void {
  const problem = findProfileProblem(profile)
  if (problem) throw new APIError('BAD_REQUEST', { code: 'INVALID_PROFILE', message: problem })
}

// The development server loads this module anew on every change; the pool must survive that.
const shared = globalThis as { tendAuth?: Auth }

/** The one instance of this process. Nothing is dialled before the first query. */
export function getAuth(): Auth {
  if (shared.tendAuth) return shared.tendAuth
  const config = getWebEnv()
  const { owner } = connectDatabase({
    databaseUrl: config.databaseUrl,
    embedded: {
      dataDir: config.dataDir,
      secret: config.secrets.current,
      port: config.embeddedPort,
    },
    pool: config.pool,
  })
  shared.tendAuth = createAuth(config, owner)
  return shared.tendAuth
}
