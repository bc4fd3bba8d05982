import type { Mailer } from '@tend/server/mail/mailer'
import type { Kysely } from 'kysely'
import { takeAttempt } from '../attempts/attempt-limit.queries.ts'
import { mailRule } from '../attempts/attempt-rules.ts'
import { logProblem } from '../auth-log.ts'
import { noticeKinds } from './mails.ts'

/**
 * Sends nobody more mails than `mailRule` allows, whoever asks for them, by which way and through which
 * process. Those that are too many are left out silently: an answer that told would reveal what was sent
 * before. What strangers can cause shares one bucket for each address. Notices of what was done to the
 * account have one for each kind: neither strangers nor other notices can use it up.
 */
export function limitMails(mailer: Mailer, database: Kysely<unknown>): Mailer {
  return {
    ...mailer,
    async send(mail) {
      const bucket = noticeKinds.has(mail.kind) ? mail.kind : 'asked for'
      const key = ['mail', bucket, mail.to.toLowerCase()]
      const waitSeconds = await takeAttempt(database, key, mailRule)
      if (waitSeconds === 0) return mailer.send(mail)
      logProblem('warn', `A mail (${mail.kind}) was not sent: too many to the same address.`)
    },
  }
}
