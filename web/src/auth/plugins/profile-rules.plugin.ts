import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import { findProfileProblem } from '../rules/profile-rules.ts'

/** Refuses a profile that breaks our rules, whichever way it reaches the table. */
export function refuseBadProfiles() {
  return {
    id: 'tend-profile-rules',
    init: () => ({
      options: {
        databaseHooks: {
          user: {
            create: { before: async (user: Profile) => refuseBadProfile(user) },
            update: { before: async (user: Profile) => refuseBadProfile(user) },
          },
        },
      },
    }),
    hooks: {
      before: [
        {
          // Checked here as well, before it matters whether the address is known.
          matcher: ({ path }) => path === '/sign-up/email',
          handler: createAuthMiddleware(async ({ body }) => refuseBadProfile(body ?? {})),
        },
      ],
    },
  } satisfies BetterAuthPlugin
}

type Profile = { name?: unknown; email?: unknown }

function refuseBadProfile(profile: Profile): void {
  const problem = findProfileProblem(profile)
  if (problem) throw new APIError('BAD_REQUEST', { code: 'INVALID_PROFILE', message: problem })
}
