import type { Mailer } from '@tend/server/mail/mailer'
import type { BetterAuthPlugin } from 'better-auth'
import { createAuthMiddleware, createEmailVerificationToken, isAPIError } from 'better-auth/api'
import { linkTtlSeconds, takenAddressMail } from '../mails/mails.ts'

/**
 * Keeps a change to an address that has an account from showing that to anybody but its owner. Better Auth
 * sends no mail then, so whoever asked for the change would know by an empty mailbox. Here the same mails
 * go out as for an unknown address, up to the one to the new address: that says that it is taken.
 */
export function hideTakenAddresses(mailer: Mailer) {
  return {
    id: 'tend-address-change',
    hooks: {
      after: [
        {
          matcher: ({ path }) => path === '/change-email',
          handler: createAuthMiddleware(async ({ body, context, request }) => {
            const user = context.session?.user
            if (!user || isAPIError(context.returned)) return
            const newEmail = String(body.newEmail).toLowerCase()
            if (!(await context.internalAdapter.findUserByEmail(newEmail))) return
            if (!user.emailVerified) return mailer.send(takenAddressMail(newEmail))
            const token = await createEmailVerificationToken(
              context.secret,
              user.email,
              newEmail,
              linkTtlSeconds,
              { requestType: 'change-email-confirmation', userId: user.id },
            )
            // As Better Auth writes it, so that both mails come from the same function.
            const url = new URL(`${context.baseURL}/verify-email`)
            url.searchParams.set('token', token)
            url.searchParams.set('callbackURL', body.callbackURL || '/')
            const send = context.options.user?.changeEmail?.sendChangeEmailConfirmation
            await send?.({ user, newEmail, url: url.href, token }, request)
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin
}
