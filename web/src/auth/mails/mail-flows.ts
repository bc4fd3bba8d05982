import type { Mailer } from '@tend/server/mail/mailer'
import type { BetterAuthOptions } from 'better-auth'
import { decodeJwt } from 'jose'
import type { Kysely } from 'kysely'
import type { WebConfig } from '../../env.ts'
import {
  deleteResetLinks,
  isKnownAddress,
  markAddressVerified,
  revokeLastingAccess,
} from '../auth.queries.ts'
import { getSafeNextPath, withNext } from '../browser/next-path.ts'
import {
  emailChangeMail,
  linkTtlSeconds,
  newAddressMail,
  passwordReplacedMail,
  passwordResetMail,
  signUpAttemptMail,
  takenAddressMail,
  verificationMail,
} from './mails.ts'

type MailFlows = {
  emailAndPassword: Omit<NonNullable<BetterAuthOptions['emailAndPassword']>, 'enabled'>
  emailVerification: NonNullable<BetterAuthOptions['emailVerification']>
  changeEmail: NonNullable<NonNullable<BetterAuthOptions['user']>['changeEmail']>
}

/**
 * What Better Auth sends mail for. The links lead to our own pages, which act only when somebody
 * presses the button there: programs that open links in mails must neither confirm nor use anything.
 */
export function mailFlows(
  config: WebConfig,
  database: Kysely<unknown>,
  mailer: Mailer,
): MailFlows | undefined {
  if (config.mail.kind === 'off') return undefined
  const { webUrl } = config
  return {
    emailAndPassword: {
      // Only then can sign-up keep to itself whether an address is known. On the embedded default
      // the person is in the app at once.
      requireEmailVerification: config.mail.kind === 'smtp',
      resetPasswordTokenExpiresIn: linkTtlSeconds,
      async sendResetPassword({ user, url, token }) {
        await mailer.send(
          passwordResetMail(user.email, toPage(webUrl, '/reset-password', url, token)),
        )
      },
      async onPasswordReset({ user }) {
        // Better Auth has ended the sessions.
        await revokeLastingAccess(database, user.id)
        await markAddressVerified(database, user.id)
        await deleteResetLinks(database, user.id)
        await mailer.send(passwordReplacedMail(user.email, `${webUrl}/forgot-password`))
      },
      async onExistingUserSignUp({ user }) {
        const urls = { signIn: `${webUrl}/login`, forgot: `${webUrl}/forgot-password` }
        await mailer.send(signUpAttemptMail(user.email, urls))
      },
    },
    emailVerification: {
      sendOnSignUp: true,
      sendOnSignIn: true,
      expiresIn: linkTtlSeconds,
      async sendVerificationEmail({ user, url, token }) {
        const link = toPage(webUrl, '/verify-email', url, token)
        const isChange = decodeJwt(token).requestType === 'change-email-verification'
        if (!isChange) await mailer.send(verificationMail(user.email, link))
        else if (await isKnownAddress(database, user.email))
          await mailer.send(takenAddressMail(user.email))
        else await mailer.send(newAddressMail(user.email, link))
      },
    },
    changeEmail: {
      enabled: true,
      async sendChangeEmailConfirmation({ user, newEmail, url, token }) {
        const link = toPage(webUrl, '/verify-email', url, token)
        await mailer.send(emailChangeMail(user.email, newEmail, link))
      },
    },
  }
}

/** Our page for a link that Better Auth would answer itself, with the way the person came along. */
function toPage(
  webUrl: string,
  page: '/verify-email' | '/reset-password',
  url: string,
  token: string,
): string {
  const wanted = new URL(url).searchParams.get('callbackURL')
  // What Better Auth sends when no path was asked for.
  const nextPath = getSafeNextPath(wanted === '/' ? undefined : wanted)
  const link = new URL(withNext(page, nextPath), webUrl)
  link.searchParams.set('token', token)
  return link.href
}
