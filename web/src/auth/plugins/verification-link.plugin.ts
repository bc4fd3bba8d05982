import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthMiddleware, isAPIError } from 'better-auth/api'
import type { Kysely } from 'kysely'
import { deleteResetLinks, markAddressVerified } from '../auth.queries.ts'
import {
  acceptPreviousLink,
  readVerificationToken,
  type VerificationClaims,
} from '../links/verification-link.ts'

type Settings = {
  secrets: { current: string; previous?: string | undefined }
  database: Kysely<unknown>
}

/**
 * What Tend adds to Better Auth's `/verify-email`: links of the previous secret still work; an
 * address that somebody else has taken meanwhile is refused; and once an address has changed, it is
 * verified, and no link that was mailed to the old one can choose a password any more.
 */
export function followVerificationLinks({ secrets, database }: Settings) {
  const matcher = ({ path }: { path?: string }) => path === '/verify-email'
  return {
    id: 'tend-verification-links',
    hooks: {
      before: [
        {
          matcher,
          handler: createAuthMiddleware(async (context) => {
            const change = await findChange(context.query, secrets)
            // Only the link that was mailed to the new address may tell: the other is the old one's.
            const newEmail =
              change?.requestType === 'change-email-verification' ? change.updateTo : undefined
            const { internalAdapter } = context.context
            if (newEmail && (await internalAdapter.findUserByEmail(newEmail))) {
              throw new APIError('CONFLICT', {
                code: 'ADDRESS_TAKEN',
                message: 'Another account has this address already.',
              })
            }
            const token = await acceptPreviousLink(String(context.query?.token), secrets)
            return { context: { query: { ...context.query, token } } }
          }),
        },
      ],
      after: [
        {
          matcher,
          handler: createAuthMiddleware(async (context) => {
            if (isAPIError(context.context.returned)) return
            const change = await findChange(context.query, secrets)
            if (change?.requestType !== 'change-email-verification') return
            await markAddressVerified(database, change.userId)
            await deleteResetLinks(database, change.userId)
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin
}

/** The change of an address that a link is for; undefined when it confirms a sign-up, or nothing. */
async function findChange(
  query: { token?: unknown } | undefined,
  secrets: Settings['secrets'],
): Promise<VerificationClaims | undefined> {
  const token = await readVerificationToken(String(query?.token), secrets)
  return token.state === 'valid' && token.claims.updateTo ? token.claims : undefined
}
