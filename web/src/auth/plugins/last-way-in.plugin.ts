import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api'
import type { Provider } from '../providers.ts'

/**
 * Refuses to disconnect what is the last way in: a password, or an account at a provider that is
 * configured now. For two simultaneous requests, a trigger in the database does that.
 */
export function keepLastWayIn(providers: readonly Provider[]) {
  const usable = new Set<string>(providers.map(({ id }) => id))
  return {
    id: 'tend-last-way-in',
    hooks: {
      before: [
        {
          matcher: ({ path }) => path === '/unlink-account',
          handler: createAuthMiddleware(async (context) => {
            const session = await getSessionFromCtx(context)
            if (!session) return
            const accounts = await context.context.internalAdapter.findAccounts(session.user.id)
            const stays = accounts.some(
              ({ id, providerId, password }) =>
                id !== context.body?.accountId && (Boolean(password) || usable.has(providerId)),
            )
            if (stays) return
            throw new APIError('BAD_REQUEST', {
              code: 'LAST_WAY_IN',
              message: 'This is your last way in. Set a password or connect another account first.',
            })
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin
}
