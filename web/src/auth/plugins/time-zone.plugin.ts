import type { BetterAuthPlugin } from 'better-auth'
import {
  APIError,
  addOAuthServerContext,
  createAuthMiddleware,
  getOAuthState,
} from 'better-auth/api'
import { findTimeZone } from '../rules/profile-rules.ts'

/**
 * Gives a new account the time zone that was sent along, also when signing up with a provider, which
 * sends none. An unknown zone is refused, because nobody would notice it before a task is late.
 */
export function takeTimeZones() {
  return {
    id: 'tend-time-zones',
    init: () => ({
      options: { databaseHooks: { user: { create: { before: addTimeZone } } } },
    }),
    hooks: {
      before: [
        {
          matcher: ({ path }) => path === '/sign-up/email' || path === '/sign-in/social',
          handler: createAuthMiddleware(async ({ path, body }) => {
            const given: unknown = body?.timeZone ?? undefined
            const timeZone = findTimeZone(given)
            if (given !== undefined && !timeZone) {
              throw new APIError('BAD_REQUEST', {
                code: 'INVALID_TIME_ZONE',
                message:
                  'timeZone must be the name of an IANA time zone, such as "Europe/Berlin". Without one the account is in UTC.',
              })
            }
            if (path === '/sign-in/social') await addOAuthServerContext({ timeZone })
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin
}

async function addTimeZone<Profile extends object>(profile: Profile) {
  const timeZone = findTimeZone((await getOAuthState())?.serverContext?.timeZone)
  return timeZone ? { data: { ...profile, timeZone } } : undefined
}
