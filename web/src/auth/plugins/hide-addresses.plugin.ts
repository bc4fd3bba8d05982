import { setTimeout as sleep } from 'node:timers/promises'
import type { BetterAuthPlugin } from 'better-auth'
import { createAuthMiddleware, isAPIError } from 'better-auth/api'

const leastMs = 500

/**
 * Keeps answers from revealing whether an address is known; its owner gets a mail: when asking for a new
 * password or another address, and when signing up if addresses have to be confirmed.
 *
 * These answers take half a second at least (Better Auth does the same where it sends a verification
 * mail again), because a known address costs a few statements more or less. And a sign-up answers
 * nothing but that it was taken: what Better Auth would make up for a known address differs from a
 * real person in every field that gets its value from the database.
 */
export function hideKnownAddresses({ signUp }: { signUp: boolean }) {
  const startedAt = new WeakMap<Request, number>()
  const isSignUp = ({ path }: { path?: string }) => signUp && path === '/sign-up/email'
  const isHidden = (context: { path?: string }) =>
    context.path === '/request-password-reset' ||
    context.path === '/change-email' ||
    isSignUp(context)
  return {
    id: 'tend-hide-addresses',
    hooks: {
      before: [
        {
          matcher: isHidden,
          handler: createAuthMiddleware(async ({ request }) => {
            if (request) startedAt.set(request, performance.now())
          }),
        },
      ],
      after: [
        {
          matcher: isSignUp,
          handler: createAuthMiddleware(async ({ body, context }) => {
            const refusal = isAPIError(context.returned) ? context.returned : undefined
            // Of two sign-ups at once with a new address, one comes too late.
            const isLate =
              refusal?.body?.code === 'FAILED_TO_CREATE_USER' &&
              (await context.internalAdapter.findUserByEmail(String(body.email)))
            // A whole response, because another answer would keep the status of the refusal.
            if (!refusal || isLate) return Response.json({ token: null, user: null })
          }),
        },
        {
          matcher: isHidden,
          handler: createAuthMiddleware(async ({ request }) => {
            const start = request && startedAt.get(request)
            if (start !== undefined) await sleep(Math.max(0, start + leastMs - performance.now()))
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin
}
