import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api'
import type { Kysely } from 'kysely'
import { takeAttempts } from '../attempts/attempt-limit.ts'
import { captchaRules } from '../attempts/attempt-rules.ts'
import { type CaptchaSettings, captchaHeader, isGoodAnswer } from '../rules/captcha.ts'
import { readAddress, tooManyAttempts } from './attempt-limit.plugin.ts'

const maxAnswerLength = 2_048
const retryAfterSeconds = 5

/** What strangers can ask for; from those that send mail, a person's own address is let through. */
const endpoints: Record<string, 'everybody' | 'strangers'> = {
  '/sign-up/email': 'everybody',
  '/sign-in/email': 'everybody',
  '/request-password-reset': 'strangers',
  '/send-verification-email': 'strangers',
}

type Context = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

/**
 * Lets only requests through that have passed the captcha. It comes before attempts are counted, so
 * that no program can use up those of somebody's account; requests to the service are counted
 * separately.
 */
export function askForPerson(captcha: CaptchaSettings, database: Kysely<unknown>) {
  return {
    id: 'tend-captcha',
    hooks: {
      before: [
        {
          matcher: ({ path, request }) =>
            request !== undefined && path !== undefined && path in endpoints,
          handler: createAuthMiddleware(async (context) => {
            if (endpoints[context.path] === 'strangers' && (await isOwnAddress(context))) return
            const answer = context.headers?.get(captchaHeader)
            if (!answer || answer.length > maxAnswerLength) {
              const message = `Pass the check that you are a person, and send its answer as ${captchaHeader}.`
              throw new APIError('BAD_REQUEST', { code: 'CAPTCHA_MISSING', message })
            }
            const attempt = { endpoint: '/captcha', address: readAddress(context) }
            const waitSeconds = await takeAttempts(database, captchaRules, attempt)
            if (waitSeconds > 0) throw tooManyAttempts(waitSeconds)
            if (await askService(answer, context, captcha)) return
            const message = 'The check that you are a person was not passed. Try again.'
            throw new APIError('FORBIDDEN', { code: 'CAPTCHA_REFUSED', message })
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin
}

async function isOwnAddress(context: Context): Promise<boolean> {
  const email: unknown = context.body?.email
  const session = await getSessionFromCtx(context)
  return typeof email === 'string' && session?.user.email === email.toLowerCase()
}

async function askService(answer: string, { context }: Context, captcha: CaptchaSettings) {
  return isGoodAnswer(answer, captcha).catch((error: Error) => {
    const { code } = (error.cause ?? {}) as { code?: string }
    context.logger.error(`The captcha’s answers can’t be checked: ${code ?? error.message}`)
    const message = 'We couldn’t verify that you’re human. Try again in a moment.'
    throw new APIError(
      'SERVICE_UNAVAILABLE',
      { code: 'CAPTCHA_UNREACHABLE', message },
      { 'retry-after': String(retryAfterSeconds) },
    )
  })
}
