import type { BetterAuthPlugin } from 'better-auth'
import { createAuthMiddleware } from 'better-auth/api'
import type { HashingTurns } from '../passwords/hashing-turns.ts'
import { isPasswordLength } from '../rules/profile-rules.ts'
import { readAddress } from './attempt-limit.plugin.ts'

/** Whatever else hashes waits in one turn with all others whose address isn't known. */
const endpoints = ['/sign-in/email', '/reset-password', '/change-password', '/delete-user']

/** Refuses what could not be hashed now, before it is counted as an attempt at an account. */
export function refuseWithoutRoom(turns: HashingTurns) {
  return {
    id: 'tend-hashing-room',
    hooks: {
      before: [
        {
          matcher: ({ path, request }) =>
            request !== undefined && (path === '/sign-in/email' || path === '/sign-up/email'),
          handler: createAuthMiddleware(async () => turns.assertRoom()),
        },
      ],
    },
  } satisfies BetterAuthPlugin
}

/**
 * Hashes passwords in the turn of the client's address. That of a new account is hashed before Better Auth
 * begins its transaction, so that nobody who waits for a hash holds a connection to the database.
 */
export function hashInTurns(turns: HashingTurns) {
  return {
    id: 'tend-hashing-turns',
    hooks: {
      before: [
        {
          matcher: ({ path, request }) =>
            request !== undefined && path !== undefined && endpoints.includes(path),
          handler: createAuthMiddleware(async (context) =>
            withPasswords(turns.of(readAddress(context))),
          ),
        },
        {
          matcher: ({ path, request }) => request !== undefined && path === '/sign-up/email',
          handler: createAuthMiddleware(async (context) => {
            const password: unknown = context.body?.password
            // Better Auth refuses these itself.
            if (typeof password !== 'string' || !isPasswordLength(password)) return
            const hash = await turns.of(readAddress(context)).hash(password)
            return withPasswords({ hash: async () => hash })
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin
}

/** What a hook returns so that Better Auth uses these for this one request. */
function withPasswords<Part>(password: Part) {
  return { context: { context: { password } } }
}
