import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthMiddleware, getIP, getSessionFromCtx } from 'better-auth/api'
import type { Kysely } from 'kysely'
import { takeAttempts } from '../attempts/attempt-limit.ts'
import { getAttemptRules } from '../attempts/attempt-rules.ts'
import { describeWait } from '../attempts/describe-wait.ts'

/**
 * Counts every request to Better Auth's endpoints before it is processed, by who sends it; `limitAccountAttempts`
 * counts it by the account it names. An endpoint is identified by its pattern, after routing, so that no
 * spelling of a path has counters of its own.
 */
export function limitAttempts(database: Kysely<unknown>) {
  return {
    id: 'tend-attempt-limit',
    hooks: {
      before: [
        {
          // Calls from our own server have no request.
          matcher: (context) => context.request !== undefined,
          handler: createAuthMiddleware(async (context) => {
            const endpoint = context.path
            const rules = getAttemptRules(endpoint)
            const waitSeconds = await takeAttempts(database, rules, {
              endpoint,
              address: readAddress(context),
              person: rules.person && (await getSessionFromCtx(context))?.user.id,
            })
            if (waitSeconds > 0) throw tooManyAttempts(waitSeconds)
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin
}

type Context = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

/** The refusal of too many attempts. */
export function tooManyAttempts(waitSeconds: number): APIError {
  return new APIError(
    'TOO_MANY_REQUESTS',
    { code: 'TOO_MANY_ATTEMPTS', message: describeWait(waitSeconds) },
    { 'retry-after': String(waitSeconds) },
  )
}

/** The client's address. Requests past a proxy that should have named it share one bucket. */
export function readAddress({ request, context }: Pick<Context, 'request' | 'context'>): string {
  return (request && getIP(request, context.options)) ?? 'unknown'
}
