import type { Mailer } from '@tend/server/mail/mailer'
import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api'
import type { Kysely } from 'kysely'
import { deletePerson } from '../auth.queries.ts'
import { accountDeletedMail } from '../mails/mails.ts'

type Settings = { database: Kysely<unknown>; mailer: Mailer }

/**
 * Lets people delete their account, and confirms it by mail. Better Auth asks for the password, or else
 * for a session of less than a day; who has a password must give it. The person's row goes first, and
 * everything with it: what Better Auth deletes after it, table by table, could stop halfway.
 */
export function deleteAccounts({ database, mailer }: Settings) {
  const deleteUser = {
    enabled: true,
    beforeDelete: async ({ id }: { id: string }) => deletePerson(database, id),
    afterDelete: async ({ email }: { email: string }) => mailer.send(accountDeletedMail(email)),
  }
  return {
    id: 'tend-account-deletion',
    init: () => ({ options: { user: { deleteUser } } }),
    hooks: {
      before: [
        {
          matcher: ({ path }: { path?: string }) => path === '/delete-user',
          handler: createAuthMiddleware(async (context) => {
            if (context.body?.password) return
            const session = await getSessionFromCtx(context)
            if (!session) return
            const { internalAdapter } = context.context
            const account = await internalAdapter.findCredentialAccount(session.user.id)
            if (!account?.password) return
            const message = 'Enter your password.'
            throw new APIError('BAD_REQUEST', { code: 'PASSWORD_REQUIRED', message })
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin
}
