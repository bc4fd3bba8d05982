import type { Kysely } from 'kysely'
import type { UserDatabases } from '../db/user-database.ts'
import type { DeliveryHandler, Handled } from '../deliveries/deliverer.service.ts'
import { type ClaimedDelivery, insertDelivery } from '../deliveries/delivery.queries.ts'
import { planRings, type Ring } from '../domain/reminders/plan-rings.ts'
import type { Task } from '../tasks/task.queries.ts'
import type { Channel, ReminderNotice } from './channel.ts'
import { findRingingTask, getRecipient, type Recipient } from './reminder.queries.ts'

export type RingOptions = {
  databases: UserDatabases
  /** Those by which this installation reaches people. */
  channels: readonly Channel[]
}

const leaseSeconds = 30
const atOnce = 4
const minuteMs = 60_000
const hourMs = 3_600_000
/** A reminder that is later says so. */
const lateAfterMs = 5 * minuteMs
/** One that is later is only in the list of what has rung. */
const missedAfterMs = 12 * hourMs
/** How long before it rings a task is looked at once more, because the rules of zones change. */
const lookAheadMs = 24 * hourMs

/**
 * Rings the reminders of tasks. A delivery of this kind is a task with reminders: it is taken up after each change
 * of them, a day before one rings, and when it does. Each time, everything is derived again from the task and its
 * person's settings as they are now.
 */
export function ringReminders({ databases, channels }: RingOptions): DeliveryHandler {
  async function handle(claimed: ClaimedDelivery): Promise<Handled> {
    const { userId, subjectId, afterMs, nowMs } = claimed
    const [found, recipient] = await databases.asUser(userId, (db) =>
      Promise.all([findRingingTask(db, subjectId), getRecipient(db)]),
    )
    if (!found || found.task.completedAt !== null || found.task.deletedAt !== null) return nothing
    const period = { after: toInstant(afterMs), now: toInstant(nowMs) }
    const { due, nextAt } = planRings(found.task, recipient, period)
    const next = nextAt?.epochMilliseconds
    const outcome =
      next === undefined
        ? nothing.outcome
        : ({ kind: 'again', fireMs: next, nextMs: lookAt(next, nowMs), afterMs: nowMs } as const)
    if (due.length === 0 || found.isShelved) return { outcome }
    const notices = due.map((ring) => makeNotice(ring, found.task, recipient, userId, nowMs))
    const chosen = channels.filter(({ name }) => recipient.channels.includes(name))
    return {
      outcome,
      async alsoWrite(transaction) {
        for (const notice of notices) await writeRing(transaction, notice, chosen)
      },
      afterwards() {
        for (const channel of chosen) channel.send()
      },
    }
  }
  return { kind: 'reminder', leaseSeconds, atOnce, handle }
}

const nothing: Handled = { outcome: { kind: 'drop' } }

/** Notes that a reminder has rung, and passes it to the channels if that is news, and of use. */
async function writeRing(
  transaction: Kysely<unknown>,
  notice: ReminderNotice,
  channels: readonly Channel[],
): Promise<void> {
  const { userId, dedupe, taskId, reminderId, ringMs, nowMs } = notice
  const isNew = await insertDelivery(transaction, {
    ...{ userId, dedupe, kind: 'ring', subjectId: taskId, fireMs: ringMs, state: 'done' },
    detail: { reminderId },
  })
  if (!isNew || nowMs - ringMs > missedAfterMs) return
  for (const channel of channels) await channel.put(transaction, notice)
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

function toInstant(ms: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(ms))
}
