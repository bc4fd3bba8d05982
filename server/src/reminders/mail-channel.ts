import type { Mailer } from '../mail/mailer.ts'
import type { MailSecrets } from '../mail/sealed-mail.ts'
import type { Channel } from './channel.ts'
import { reminderMail } from './reminder.mail.ts'
import { signLink } from './reminder-links.ts'

export type MailChannelOptions = {
  mailer: Mailer
  secrets: MailSecrets
  /** Where people open the app, and where the API is, both without a slash at the end. */
  webUrl: string
  apiUrl: string
}

const linkDays = 14
const dayMs = 86_400_000

/** Reminders by mail. The mail is in the outbox once the reminder has rung, so it can't be lost, and not be sent twice. */
export function createMailChannel({
  mailer,
  secrets,
  webUrl,
  apiUrl,
}: MailChannelOptions): Channel {
  const { hostname: domain } = new URL(webUrl)
  return {
    name: 'MAIL',
    async put(transaction, notice) {
      const { userId, taskId, reminderId, nowMs } = notice
      const expiresMs = nowMs + linkDays * dayMs
      const act = signLink({ userId, for: 'reminder', taskId, reminderId, expiresMs }, secrets)
      const stop = signLink({ userId, for: 'mails', expiresMs }, secrets)
      const mail = reminderMail(notice, {
        task: `${webUrl}/task/${taskId}`,
        act: `${apiUrl}/reminders?link=${act}`,
        unsubscribe: `${apiUrl}/reminders/unsubscribe?link=${stop}`,
        domain,
      })
      await mailer.sendWith(transaction, mail)
    },
    send: () => void mailer.resume(),
  }
}
