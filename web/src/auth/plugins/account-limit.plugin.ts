import type { BetterAuthPlugin } from 'better-auth'
import {
  createAuthMiddleware,
  getSessionFromCtx,
  requestPasswordReset,
  sendVerificationEmail,
  signInEmail,
  signUpEmail,
} from 'better-auth/api'
import { parseUserInput } from 'better-auth/db'
import type { Kysely } from 'kysely'
import { noteSuccess, takeAttempts } from '../attempts/attempt-limit.ts'
import { getAttemptRules } from '../attempts/attempt-rules.ts'
import { isPasswordLength } from '../rules/profile-rules.ts'
import { readAddress, tooManyAttempts } from './attempt-limit.plugin.ts'

type Context = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

const bodies: Record<string, { safeParse(body: unknown): { success: boolean } }> = {
  '/sign-in/email': signInEmail().options.body,
  '/sign-up/email': signUpEmail().options.body,
  '/request-password-reset': requestPasswordReset.options.body,
  '/send-verification-email': sendVerificationEmail.options.body,
}

/**
 * Counts the attempts at an account. It comes after all that refuses a request for what it says, because
 * whoever could use up somebody's attempts with those would do so unnoticed: no mail is sent for them.
 */
export function limitAccountAttempts(database: Kysely<unknown>) {
  return {
    id: 'tend-account-limit',
    hooks: {
      before: [
        {
          matcher: (context) => context.request !== undefined,
          handler: createAuthMiddleware(async (context) => {
            const account = readAccount(context.body)
            if (!account || (await isRefusedAnyway(context, account))) return
            const endpoint = context.path
            const { account: rule, accountFromAddress } = getAttemptRules(endpoint)
            const rules = {
              ...(rule && { account: rule }),
              ...(accountFromAddress && { accountFromAddress }),
            }
            const attempt = { endpoint, address: readAddress(context), account }
            const waitSeconds = await takeAttempts(database, rules, attempt)
            if (waitSeconds > 0) throw tooManyAttempts(waitSeconds)
          }),
        },
      ],
      after: [
        {
          matcher: (context) => context.path === '/sign-in/email' && context.request !== undefined,
          handler: createAuthMiddleware(async (context) => {
            const account = readAccount(context.body)
            if (!account || !context.context.newSession) return
            const address = readAddress(context)
            await noteSuccess(database, { endpoint: context.path, account, address })
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin
}

function readAccount(body: unknown): string | undefined {
  const email = (body as { email?: unknown } | undefined)?.email
  return typeof email === 'string' ? email.toLowerCase() : undefined
}

/** Whether Better Auth refuses the request before it looks for the account. */
async function isRefusedAnyway(context: Context, account: string): Promise<boolean> {
  const { path, body } = context
  if (bodies[path]?.safeParse(body).success === false) return true
  if (path === '/sign-up/email')
    return !isPasswordLength(body.password) || hasForbiddenField(context)
  if (path !== '/send-verification-email') return false
  const session = await getSessionFromCtx(context)
  return session !== null && session.user.email.toLowerCase() !== account
}

function hasForbiddenField({ body, context }: Context): boolean {
  try {
    parseUserInput(context.options, body, 'create')
    return false
  } catch {
    return true
  }
}
