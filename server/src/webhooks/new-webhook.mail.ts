import { type Mail, writeMail } from '../mail/mail.ts'
import { nameWebhook } from './name-webhook.ts'

/** To somebody in whose account a webhook was created: it outlives the session that did it. */
export function newWebhookMail(
  to: string,
  { when, ...webhook }: { url: string; description: string; when: string },
  url: string,
): Mail {
  return writeMail({
    kind: 'new webhook',
    to,
    subject: 'New webhook',
    paragraphs: [
      `${nameWebhook(webhook)} was created for your Tend account on ${when}. Whatever changes in your tasks is sent there.`,
      'If it was you, there is nothing to do. If not, choose a new password by a mailed link: that deletes every webhook, and signs out whoever is signed in.',
    ],
    action: { label: 'Choose a new password', url },
  })
}
