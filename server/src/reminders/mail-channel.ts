import type { Mail } from '../mail/mail.ts'
import type { Mailer } from '../mail/mailer.ts'
import type { Channel, ReminderNotice } from './channel.ts'
import { reminderMail } from './reminder.mail.ts'
import { type LinkMaker, makeLink } from './reminder-links.ts'

export type MailChannelOptions = LinkMaker & {
  mailer: Mailer
  /** Where people open the app, without a slash at the end. */
  webUrl: string
}

/** Reminders by mail. The mail is in the outbox once the reminder has rung, so it can't be lost, and not be sent twice. */
export function createMailChannel(options: MailChannelOptions): Channel {
  const { mailer, webUrl } = options
  const { hostname: domain } = new URL(webUrl)
  function write(notice: ReminderNotice): Mail {
    const { userId, taskId, reminderId, nowMs } = notice
    return reminderMail(notice, {
      task: `${webUrl}/task/${taskId}`,
      act: makeLink({ userId, for: 'reminder', taskId, reminderId }, nowMs, options),
      unsubscribe: makeLink({ userId, for: 'mails' }, nowMs, options),
      domain,
    })
  }
  return {
    name: 'MAIL',
    async put(transaction, notices) {
      await mailer.sendWith(transaction, notices.map(write))
    },
    send: () => void mailer.resume(),
  }
}
