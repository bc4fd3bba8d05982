import type { UserDatabases } from '../db/user-database.ts'
import type { DeliveryHandler, Handled } from '../deliveries/deliverer.service.ts'
import type { ClaimedDelivery } from '../deliveries/delivery.queries.ts'
import { planSummary } from '../domain/reminders/plan-summary.ts'
import type { MailChannelOptions } from './mail-channel.ts'
import { makeMessageId } from './reminder.mail.ts'
import { getRecipient } from './reminder.queries.ts'
import { signLink } from './reminder-links.ts'
import { summaryMail } from './summary.mail.ts'
import { findDueTasks } from './summary.queries.ts'

const leaseSeconds = 30
const atOnce = 2
const mostTasks = 20
const dayMs = 86_400_000
const linkDays = 14

/** Mails people what is overdue and due today, at the time they chose, if there is anything. */
export function sendSummaries(
  databases: UserDatabases,
  { mailer, secrets, webUrl, apiUrl }: MailChannelOptions,
): DeliveryHandler {
  async function handle({ userId, afterMs, nowMs }: ClaimedDelivery): Promise<Handled> {
    const [after, now] = [afterMs, nowMs].map((ms) =>
      Temporal.Instant.fromEpochMilliseconds(Math.floor(ms)),
    ) as [Temporal.Instant, Temporal.Instant]
    const recipient = await databases.asUser(userId, getRecipient)
    const { summaryTime, timeZone, hidesTitles, email, formats } = recipient
    if (summaryTime === null) return { outcome: { kind: 'drop' } }
    const { day, nextAt } = planSummary({ summaryTime, timeZone }, { after, now })
    const next = nextAt.epochMilliseconds
    const outcome = { kind: 'again', fireMs: next, nextMs: next, afterMs: nowMs } as const
    if (day === null) return { outcome }
    const [overdue, today] = await databases.asUser(userId, (db) =>
      Promise.all([
        findDueTasks(db, 'overdue', { now, timeZone }, mostTasks),
        findDueTasks(db, 'today', { now, timeZone }, mostTasks),
      ]),
    )
    if (overdue.count + today.count === 0) return { outcome }
    const expiresMs = nowMs + linkDays * dayMs
    const stop = signLink({ userId, for: 'summary', expiresMs }, secrets)
    const addresses = {
      today: `${webUrl}/today`,
      unsubscribe: `${apiUrl}/reminders/unsubscribe?link=${stop}`,
    }
    const messageId = makeMessageId(`summary:${userId}:${day}`, new URL(webUrl).hostname)
    const summary = { day, overdue, today, formats, hidesTitles }
    const mail = summaryMail(email, summary, { addresses, messageId })
    return {
      outcome,
      alsoWrite: (transaction) => mailer.sendWith(transaction, mail),
      afterwards: () => void mailer.resume(),
    }
  }
  return { kind: 'summary', leaseSeconds, atOnce, handle }
}
