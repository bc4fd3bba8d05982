import type { UserDatabases } from '../db/user-database.ts'
import type { DeliveryHandler, Handled } from '../deliveries/deliverer.service.ts'
import { type ClaimedDelivery, insertDeliveries } from '../deliveries/delivery.queries.ts'
import { reminderUsefulHours } from '../domain/limits.ts'
import { planRings, type Ring } from '../domain/reminders/plan-rings.ts'
import type { ReminderChannel } from '../domain/reminders/reminder-settings.ts'
import type { Task } from '../tasks/task.queries.ts'
import type { Channel, ReminderNotice } from './channel.ts'
import { periodOf } from './claimed-period.ts'
import { findRingingTask, getRecipient, type Recipient } from './reminder.queries.ts'

export type RingOptions = {
  databases: UserDatabases
  /** Those by which this installation reaches people. */
  channels: readonly Channel[]
}

const leaseSeconds = 30
/** They only read, and what is read at once goes to the database together. */
const atOnce = 16
const minuteMs = 60_000
const hourMs = 3_600_000
/** A reminder that is later says so. */
const lateAfterMs = 5 * minuteMs
/** One that is later is only in the list of what has rung. */
const missedAfterMs = reminderUsefulHours * hourMs
/** How long before it rings a task is looked at once more, because the rules of zones change. */
const lookAheadMs = 24 * hourMs

/**
 * Rings the reminders of tasks. A delivery of this kind is a task with reminders: it is taken up after each change
 * of them, a day before one rings, and when it does. Each time, everything is derived again from the task and its
 * person's settings as they are now.
 */
export function ringReminders({ databases, channels }: RingOptions): DeliveryHandler<Ringing> {
  async function handle(claimed: ClaimedDelivery): Promise<Handled<Ringing>> {
    const { userId, subjectId, nowMs } = claimed
    const [found, recipient] = await databases.asUser(userId, (db) =>
      Promise.all([findRingingTask(db, subjectId), getRecipient(db)]),
    )
    if (!found || found.task.completedAt !== null || found.task.deletedAt !== null) return nothing
    const { due, nextAt } = planRings(found.task, recipient, periodOf(claimed))
    const next = nextAt?.epochMilliseconds
    const outcome =
      next === undefined
        ? nothing.outcome
        : ({ kind: 'again', fireMs: next, nextMs: lookAt(next, nowMs), afterMs: nowMs } as const)
    if (due.length === 0 || found.isShelved) return { outcome }
    const notices = due.map((ring) => makeNotice(ring, found.task, recipient, userId, nowMs))
    return { outcome, note: { notices, channels: recipient.channels } }
  }
  return {
    ...{ kind: 'reminder', leaseSeconds, atOnce, handle },
    /** Notes that reminders have rung, and passes to the channels what is news, and of use. */
    async write(transaction, ringing) {
      const rings = ringing.flatMap((one) =>
        one.notices.map((notice) => toRing(notice, one.channels)),
      )
      const news = await insertDeliveries(transaction, rings)
      const useful = news.filter(({ notice: { ringMs, nowMs } }) => nowMs - ringMs <= missedAfterMs)
      for (const channel of channels) {
        const chosen = useful.filter((ring) => ring.channels.includes(channel.name))
        if (chosen.length > 0)
          await channel.put(
            transaction,
            chosen.map(({ notice }) => notice),
          )
      }
    },
    afterwards(ringing) {
      const wanted = new Set(ringing.flatMap((one) => one.channels))
      for (const channel of channels) if (wanted.has(channel.name)) channel.send()
    },
  }
}

/** What has rung of a task, and by what its person wants to hear of it. */
type Ringing = { notices: readonly ReminderNotice[]; channels: readonly ReminderChannel[] }

const nothing = { outcome: { kind: 'drop' } } as const

function toRing(notice: ReminderNotice, channels: readonly ReminderChannel[]) {
  const { userId, dedupe, taskId, reminderId, ringMs } = notice
  return {
    ...{ notice, channels, userId, dedupe, kind: 'ring', subjectId: taskId, fireMs: ringMs },
    detail: { reminderId },
    state: 'done' as const,
  }
}

function makeNotice(
  { reminder, at }: Ring,
  { id, title, dueOn, dueTime, dueTimeZone }: Task,
  { email, timeZone, formats, hidesTitles }: Recipient,
  userId: string,
  nowMs: number,
): ReminderNotice {
  const ringMs = at.epochMilliseconds
  return {
    ...{ userId, email, timeZone, formats, taskId: id, reminderId: reminder.id },
    dedupe: `ring:${id}:${reminder.id}:${ringMs}`,
    title: hidesTitles ? null : title,
    due: dueOn === null ? null : { day: dueOn, time: dueTime, timeZone: dueTimeZone },
    ...{ ringMs, nowMs, isLate: nowMs - ringMs > lateAfterMs },
  }
}

function lookAt(ringMs: number, nowMs: number): number {
  return ringMs - nowMs > lookAheadMs + hourMs ? ringMs - lookAheadMs : ringMs
}
