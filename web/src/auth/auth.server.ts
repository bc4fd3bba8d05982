import { connectDatabase } from '@tend/server/db'
import { createMailer, type Mailer } from '@tend/server/mail/mailer'
import { betterAuth } from 'better-auth'
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { getWebEnv, type WebConfig } from '../env.ts'
import { logProblem } from './auth-log.ts'
import { authTables } from './auth-tables.ts'
import { limitMails } from './mails/limited-mailer.ts'
import { mailFlows } from './mails/mail-flows.ts'
import { HashingTurns, type Passwords } from './passwords/hashing-turns.ts'
import { deleteAccounts } from './plugins/account-deletion.plugin.ts'
import { limitAccountAttempts } from './plugins/account-limit.plugin.ts'
import { hideTakenAddresses } from './plugins/address-change.plugin.ts'
import { limitAttempts } from './plugins/attempt-limit.plugin.ts'
import { askForPerson } from './plugins/captcha.plugin.ts'
import { hashInTurns, refuseWithoutRoom } from './plugins/hashing-turns.plugin.ts'
import { hideKnownAddresses } from './plugins/hide-addresses.plugin.ts'
import { keepLastWayIn } from './plugins/last-way-in.plugin.ts'
import { announceNewDevices } from './plugins/new-device.plugin.ts'
import { signInWithOidc } from './plugins/oidc.plugin.ts'
import { keepRedirectsHere } from './plugins/own-redirects.plugin.ts'
import { followPasswordChanges } from './plugins/password-change.plugin.ts'
import { refuseWeakPasswords } from './plugins/password-rules.plugin.ts'
import { refuseBadProfiles } from './plugins/profile-rules.plugin.ts'
import { guardProviders } from './plugins/provider-guard.plugin.ts'
import { guardSignUp } from './plugins/sign-up-gate.plugin.ts'
import { takeTimeZones } from './plugins/time-zone.plugin.ts'
import { followVerificationLinks } from './plugins/verification-link.plugin.ts'
import { listProviders, toSocialProviders } from './providers.ts'
import { findTimeZone, passwordLength } from './rules/profile-rules.ts'

export type Auth = ReturnType<typeof createAuth>

const dayInSeconds = 86_400
const defaultTimeZone = 'UTC'

/**
 * Better Auth over our own tables. Sessions live 30 days from their last use and are renewed once a
 * day; every sign-in makes a new one.
 */
export function createAuth(
  config: WebConfig,
  database: Kysely<unknown>,
  unlimitedMailer = createMailer(config.mail, { database, secrets: config.secrets }),
  passwords: Passwords = { hash: hashPassword, verify: verifyPassword },
) {
  const mailer = limitMails(unlimitedMailer, database)
  const { webUrl, secrets } = config
  const secure = webUrl.startsWith('https://')
  const mails = mailFlows(config, database, mailer)
  const hashing = new HashingTurns(passwords)
  return betterAuth({
    appName: 'Tend',
    baseURL: webUrl,
    trustedOrigins: config.webOrigins,
    secret: secrets.current,
    database: { db: database, type: 'postgres', transaction: true },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      autoSignIn: true,
      password: hashing.of('unknown'),
      revokeSessionsOnPasswordReset: true,
      ...mails?.emailAndPassword,
    },
    emailVerification: mails?.emailVerification ?? {},
    socialProviders: toSocialProviders(config),
    user: {
      ...authTables.user,
      changeEmail: mails?.changeEmail ?? { enabled: false },
      additionalFields: {
        timeZone: {
          type: 'string',
          fieldName: 'time_zone',
          required: false,
          defaultValue: defaultTimeZone,
          // Unknown zones were refused by `takeTimeZones`.
          validator: {
            input: z.unknown().transform((zone) => findTimeZone(zone) ?? defaultTimeZone),
          },
        },
        // Changed only through the API; read here so that a page on a new device has the right colours.
        theme: { type: 'string', required: false, input: false },
      },
    },
    session: {
      ...authTables.session,
      expiresIn: 30 * dayInSeconds,
      updateAge: dayInSeconds,
    },
    account: authTables.account,
    verification: {
      ...authTables.verification,
      // Reading the table must not be enough to choose people's passwords.
      storeIdentifier: { default: 'plain', overrides: { 'reset-password:': 'hashed' } },
    },
    // Its counters go by path and by a header that anybody can write; ours are `limitAttempts`.
    rateLimit: { enabled: false },
    // One plugin for each thing that Tend adds; their hooks run in this order.
    plugins: [
      // Before the next one, which ends the half second that both take.
      ...(mails ? [hideTakenAddresses(mailer)] : []),
      hideKnownAddresses({ signUp: config.mail.kind === 'smtp' }),
      takeTimeZones(),
      ...(config.captcha ? [askForPerson(config.captcha, database)] : []),
      limitAttempts(database),
      ...(config.signUp === 'open' ? [] : [guardSignUp(config.signUp)]),
      keepRedirectsHere(),
      ...(config.oidc ? [signInWithOidc(config.oidc)] : []),
      guardProviders(config),
      keepLastWayIn(listProviders(config)),
      refuseBadProfiles(),
      refuseWeakPasswords({ breachCheckUrl: config.passwordBreachCheckUrl }),
      refuseWithoutRoom(hashing),
      limitAccountAttempts(database),
      hashInTurns(hashing),
      followPasswordChanges({ webUrl, database, mailer }),
      deleteAccounts({ database, mailer }),
      announceNewDevices({ webUrl, database, mailer }),
      followVerificationLinks({ secrets, database }),
    ],
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
    // Operators needn't read about refusals; `answerAuthRequest` reports what is thrown.
    onAPIError: { errorURL: '/login', throw: true },
    telemetry: { enabled: false },
    logger: { level: 'error', log: logProblem },
  })
}

// The development server loads this module again on every change; the pool must survive that.
type Accounts = { auth: Auth; mailer: Mailer }

const shared = globalThis as { tendAccounts?: Accounts }

/** The one instance of this process. Nothing is dialled before the first query. */
export function getAuth(): Auth {
  return getAccounts().auth
}

/** The one mailer of this process for the accounts' mails. */
export function getMailer(): Mailer {
  return getAccounts().mailer
}

function getAccounts(): Accounts {
  if (shared.tendAccounts) return shared.tendAccounts
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
  const mailer = createMailer(config.mail, { database: owner, secrets: config.secrets })
  shared.tendAccounts = { auth: createAuth(config, owner, mailer), mailer }
  return shared.tendAccounts
}
