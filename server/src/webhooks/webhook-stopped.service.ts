import type { UserDatabase } from '../db/user-database.ts'
import { webhookFailingDays } from '../domain/limits.ts'
import { type Mail, writeMail } from '../mail/mail.ts'
import { nameWebhook } from './name-webhook.ts'
import type { StopReason } from './webhook.table.ts'
import { getWebhookOwner } from './webhook-owner.queries.ts'

/**
 * The mail that tells its owner that a webhook was stopped, and what to do.
 *
 * @param url the page where it is started again
 */
export async function writeStopNotice(
  db: UserDatabase,
  stopped: { url: string; description: string; reason: Exclude<StopReason, 'by owner'> },
  url: string,
): Promise<Mail> {
  const { email } = await getWebhookOwner(db)
  const { why, cure } = words[stopped.reason]
  return writeMail({
    kind: 'webhook stopped',
    to: email,
    subject: 'A webhook was stopped',
    paragraphs: [`${nameWebhook(stopped)} was stopped: ${why}.`, `${cure} ${kept}`],
    action: { label: 'Open the webhook', url },
  })
}

const kept =
  'Nothing is lost: what happened meanwhile is sent then, in order, as far back as 90 days.'

const words: Readonly<Record<Exclude<StopReason, 'by owner'>, { why: string; cure: string }>> = {
  gone: {
    why: 'its receiver answered 410 Gone, which means that it wants no more',
    cure: 'If that was a mistake, start it again.',
  },
  failing: {
    why: `nothing has arrived for ${webhookFailingDays} days`,
    cure: 'Once its receiver works again, start it again.',
  },
  'secret lost': {
    why: 'its secret can’t be read since the secret of this server was changed',
    cure: 'Create a new secret, give it to the receiver, and start it again.',
  },
}
