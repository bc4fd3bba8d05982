import { createHash } from 'node:crypto'
import { dayAt } from '../domain/dates/day.ts'
import { formatDay, formatInstant, formatTime, formatWeekday } from '../domain/dates/format-date.ts'
import { reminderUsefulHours } from '../domain/limits.ts'
import { type Mail, ringKind, writeMail } from '../mail/mail.ts'
import type { ReminderNotice } from './channel.ts'

/** Addresses that a mail leads to. */
export type ReminderAddresses = {
  task: string
  /** The page to complete or snooze the task. */
  act: string
  unsubscribe: string
  /** The part of a Message-ID behind the @. */
  domain: string
}

const usefulSeconds = reminderUsefulHours * 3_600

/** To somebody who wanted to be reminded of a task. */
export function reminderMail(notice: ReminderNotice, addresses: ReminderAddresses): Mail {
  const title = notice.title ?? 'A task of yours'
  return writeMail({
    kind: ringKind,
    to: notice.email,
    usefulSeconds,
    subject: notice.title === null ? 'Reminder' : `Reminder: ${notice.title}`,
    paragraphs: [
      `${[title, describeDue(notice)].filter(Boolean).join(': ')}.`,
      ...describeLateness(notice),
    ],
    action: { label: 'Open the task', url: addresses.task },
    links: [{ label: 'Complete it or snooze it', url: addresses.act }],
    footnote: 'You get this because you set a reminder in Tend.',
    messageId: makeMessageId(notice.dedupe, addresses.domain),
    unsubscribeUrl: addresses.unsubscribe,
    comesOnce: true,
    ring: { userId: notice.userId, dedupe: notice.dedupe },
  })
}

/** The same for the same reminder, so that a mail program shows one that came twice once. */
export function makeMessageId(dedupe: string, domain: string): string {
  return `<${createHash('sha256').update(dedupe).digest('hex').slice(0, 40)}@${domain}>`
}

/** "due today at 14:00"; undefined for a task without a due day. */
export function describeDue({ due, timeZone, formats, nowMs }: ReminderNotice): string | undefined {
  if (!due) return undefined
  const zone = due.timeZone ?? timeZone
  const now = Temporal.Instant.fromEpochMilliseconds(nowMs)
  const today = dayAt(now, zone)
  const day =
    due.day === today
      ? 'today'
      : `on ${formatWeekday(due.day, 'long')}, ${formatDay(due.day, today, formats)}`
  const time = due.time === null ? '' : ` at ${formatTime(due.time, formats)}`
  const where = due.timeZone !== null && due.timeZone !== timeZone ? ` (${due.timeZone})` : ''
  return `due ${day}${time}${where}`
}

function describeLateness({ isLate, ringMs, nowMs, timeZone, formats }: ReminderNotice): string[] {
  if (!isLate) return []
  const [at, now] = [ringMs, nowMs].map((ms) => new Date(ms).toISOString())
  const moment = formatInstant(at ?? '', { now: now ?? '', timeZone }, formats)
  return [`This reminder was due at ${moment}. It comes late because Tend was out of reach then.`]
}
