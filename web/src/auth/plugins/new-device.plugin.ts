import { createHash, randomBytes } from 'node:crypto'
import { findAddress, nameDevice } from '@tend/server/domain/text/device-name'
import { describeMoment } from '@tend/server/mail/describe-moment'
import type { Mailer } from '@tend/server/mail/mailer'
import type { BetterAuthPlugin } from 'better-auth'
import { createAuthMiddleware } from 'better-auth/api'
import type { Kysely } from 'kysely'
import { newDeviceMail } from '../mails/mails.ts'
import { noteDevice } from '../sessions/device.queries.ts'

type Settings = { webUrl: string; database: Kysely<unknown>; mailer: Mailer }

const paths = ['/sign-up/email', '/sign-in/email', '/callback/:id']
// As long as browsers keep a cookie (RFC 6265bis, section 5.5).
const cookieSeconds = 400 * 86_400

/**
 * Notifies people by mail when their account is signed in to with a new browser. A browser is known by
 * a cookie that outlives its sessions and grants nothing. No mail is sent for an account's first
 * browser: the person is sitting in front of it.
 */
export function announceNewDevices({ webUrl, database, mailer }: Settings) {
  return {
    id: 'tend-new-devices',
    hooks: {
      after: [
        {
          matcher: ({ path }: { path?: string }) => path !== undefined && paths.includes(path),
          handler: createAuthMiddleware(async (context) => {
            const created = context.context.newSession
            if (!created) return
            const { user, session } = created
            const cookie = context.context.createAuthCookie('device', { maxAge: cookieSeconds })
            const token = readToken(context.getCookie(cookie.name)) ?? makeToken()
            context.setCookie(cookie.name, token, cookie.attributes)
            const tokenHash = createHash('sha256').update(`${user.id}:${token}`).digest()
            if (
              !(await noteDevice(database, { userId: user.id, tokenHash, sessionId: session.id }))
            )
              return
            const details = {
              device: nameDevice(session.userAgent ?? null),
              ipAddress: findAddress(session.ipAddress),
              when: describeMoment(session.createdAt, user.timeZone),
            }
            await mailer.send(newDeviceMail(user.email, details, `${webUrl}/settings/sessions`))
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin
}

function makeToken(): string {
  return randomBytes(32).toString('base64url')
}

function readToken(cookie: string | null | undefined): string | undefined {
  return cookie && /^[\w-]{43}$/.test(cookie) ? cookie : undefined
}
