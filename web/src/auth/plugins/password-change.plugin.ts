import type { Mailer } from '@tend/server/mail/mailer'
import type { BetterAuthPlugin } from 'better-auth'
import { createAuthMiddleware, isAPIError } from 'better-auth/api'
import type { Kysely } from 'kysely'
import { deleteResetLinks } from '../auth.queries.ts'
import { passwordChangedMail } from '../mails/mails.ts'

type Settings = { webUrl: string; database: Kysely<unknown>; mailer: Mailer }

/** A changed password ends every other session and every open reset link, and is reported by mail. */
export function followPasswordChanges({ webUrl, database, mailer }: Settings) {
  const matcher = ({ path }: { path?: string }) => path === '/change-password'
  return {
    id: 'tend-password-changes',
    hooks: {
      before: [
        {
          matcher,
          handler: createAuthMiddleware(async ({ body }) => ({
            context: { body: { ...body, revokeOtherSessions: true } },
          })),
        },
      ],
      after: [
        {
          matcher,
          handler: createAuthMiddleware(async ({ context }) => {
            const user = context.session?.user
            if (!user || isAPIError(context.returned)) return
            await deleteResetLinks(database, user.id)
            await mailer.send(passwordChangedMail(user.email, `${webUrl}/forgot-password`))
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin
}
