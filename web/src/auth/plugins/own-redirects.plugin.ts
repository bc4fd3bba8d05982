import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import { isOwnPath } from '../browser/next-path.ts'

const destinations = ['callbackURL', 'redirectTo', 'errorCallbackURL', 'newUserCallbackURL']

/** Refuses redirects to anything but a path of this app, for every endpoint. */
export function keepRedirectsHere() {
  return {
    id: 'tend-own-redirects',
    hooks: {
      before: [
        {
          matcher: (context) => context.request !== undefined,
          handler: createAuthMiddleware(async ({ body, query }) => {
            for (const given of [body, query] as (Record<string, unknown> | undefined)[]) {
              const wrong = destinations.find((name) => given?.[name] && !isOwnPath(given[name]))
              if (!wrong) continue
              throw new APIError('BAD_REQUEST', {
                code: 'INVALID_REDIRECT',
                message: `${wrong} must be a path of this app, such as "/inbox".`,
              })
            }
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin
}
