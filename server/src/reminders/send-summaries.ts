import type { UserDatabases } from '../db/user-database.ts'
import type { DeliveryHandler, Handled } from '../deliveries/deliverer.service.ts'
import type { ClaimedDelivery } from '../deliveries/delivery.queries.ts'
import { planSummary } from '../domain/reminders/plan-summary.ts'
import type { Mail } from '../mail/mail.ts'
import { periodOf } from './claimed-period.ts'
import type { MailChannelOptions } from './mail-channel.ts'
import { makeMessageId } from './reminder.mail.ts'
import { getRecipient } from './reminder.queries.ts'
import { makeLink } from './reminder-links.ts'
import { summaryMail } from './summary.mail.ts'
import { findPlannedTasks } from './summary.queries.ts'

const leaseSeconds = 30
const atOnce = 2
const mostTasks = 20

/** Mails people what is overdue and due today, at the time they chose, if there is anything. */
export function sendSummaries(
  databases: UserDatabases,
  options: MailChannelOptions,
): DeliveryHandler<Mail> {
  const { mailer, webUrl } = options
  async function handle(claimed: ClaimedDelivery): Promise<Handled<Mail>> {
    const { userId, nowMs } = claimed
    const period = periodOf(claimed)
    const { now } = period
    const recipient = await databases.asUser(userId, getRecipient)
    const { summaryTime, timeZone, hidesTitles, email, formats } = recipient
    if (summaryTime === null) return { outcome: { kind: 'drop' } }
    const { day, nextAt } = planSummary({ summaryTime, timeZone }, period)
    const next = nextAt.epochMilliseconds
    const outcome = { kind: 'again', fireMs: next, nextMs: next, afterMs: nowMs } as const
    if (day === null) return { outcome }
    const [overdue, today] = await databases.asUser(userId, (db) =>
      Promise.all([
        findPlannedTasks(db, 'overdue', { now, timeZone }, mostTasks),
        findPlannedTasks(db, 'today', { now, timeZone }, mostTasks),
      ]),
    )
    if (overdue.count + today.count === 0) return { outcome }
    const addresses = {
      today: `${webUrl}/today`,
      unsubscribe: makeLink({ userId, for: 'summary' }, nowMs, options),
    }
    const messageId = makeMessageId(`summary:${userId}:${day}`, new URL(webUrl).hostname)
    const summary = { day, overdue, today, formats, hidesTitles }
    const mail = summaryMail(email, summary, { addresses, messageId })
    return { outcome, note: mail }
  }
  return {
    ...{ kind: 'summary', leaseSeconds, atOnce, handle },
    write: (transaction, mails) => mailer.sendWith(transaction, mails),
    afterwards: () => void mailer.resume(),
  }
}
