import type { UserDatabases } from '../db/user-database.ts'
import type { DeliveryHandler, Handled } from '../deliveries/deliverer.service.ts'
import {
  type ClaimedDelivery,
  insertDeliveries,
  type NewDelivery,
} from '../deliveries/delivery.queries.ts'
import { reminderUsefulHours } from '../domain/limits.ts'
import { takesSilentPushes } from '../domain/push/push-endpoint.ts'
import type { PushMessage } from '../domain/push/push-message.ts'
import type { PushOutcome, PushSender } from '../push/push-sender.service.ts'
import {
  deletePushSubscription,
  listPushTargets,
  type SessionPushTarget,
} from '../push/push-subscription.queries.ts'
import { isStillRung } from './rung-reminder.queries.ts'

export const pushKind = 'push'
/** A notification that comes later is of no use: the list of what has rung has it. */
export const pushUsefulMs = reminderUsefulHours * 3_600_000

/**
 * With a device it is for that one; without, for all that its person has by then. With a ring it is sent only as
 * long as that is in the list of what has rung: a retry may come hours later. The actor is who dealt with what a
 * closing message is about, as the log names them.
 */
type Detail = { message: PushMessage; ring?: string; subscriptionId?: string; actor?: string }

export type SendPushesOptions = { databases: UserDatabases; push: PushSender }

const leaseSeconds = 30
const atOnce = 16
const nothing = { outcome: { kind: 'drop' } } as const

/** Takes notifications to devices: one delivery for each device, so that none waits for another. */
export function sendPushes({ databases, push }: SendPushesOptions): DeliveryHandler<NewDelivery[]> {
  async function handle(claimed: ClaimedDelivery): Promise<Handled<NewDelivery[]>> {
    const { userId, nowMs } = claimed
    const detail = claimed.detail as Detail
    const { message, ring, subscriptionId } = detail
    const [targets, isWanted] = await databases.asUser(userId, (db) =>
      Promise.all([listPushTargets(db), ring === undefined || isStillRung(db, ring)]),
    )
    if (!isWanted) return nothing
    const meant = targets.filter((target) =>
      subscriptionId === undefined ? isMeant(target, detail) : target.id === subscriptionId,
    )
    const [target, ...others] = meant
    if (!target) return nothing
    if (others.length > 0) {
      const ids = meant.map(({ id }) => id)
      return { ...nothing, note: forEach(claimed, ids) }
    }
    const notAfterMs = claimed.notAfterMs ?? nowMs + pushUsefulMs
    const outcome = await push.send(target, { message, ttlSeconds: (notAfterMs - nowMs) / 1_000 })
    if (outcome.kind === 'gone')
      await databases.asUser(userId, (db) => deletePushSubscription(db, target.id))
    return decide(outcome, claimed)
  }
  return {
    ...{ kind: pushKind, leaseSeconds, atOnce, handle },
    async write(transaction, pushes) {
      await insertDeliveries(transaction, pushes.flat())
    },
  }
}

/** What closes a notification is for the other devices, and for those that may be sent what shows nothing. */
function isMeant({ sessionId, endpoint }: SessionPushTarget, { message, actor }: Detail): boolean {
  if (message.kind === 'show') return true
  return actor !== `session:${sessionId}` && takesSilentPushes(endpoint)
}

/** @throws Error of what can be tried again, so that the pauses grow */
function decide(outcome: PushOutcome, { nowMs }: ClaimedDelivery): Handled<never> {
  if (outcome.kind !== 'delayed') return nothing
  const { reason, retryAfterSeconds } = outcome
  if (retryAfterSeconds === undefined) throw new Error(`A push service gave no answer: ${reason}`)
  const nextMs = nowMs + retryAfterSeconds * 1_000
  return { outcome: { kind: 'again', fireMs: nextMs, nextMs, afterMs: nowMs } }
}

function forEach(
  { userId, dedupe, subjectId, detail, fireMs, notAfterMs }: ClaimedDelivery,
  subscriptionIds: readonly string[],
): NewDelivery[] {
  return subscriptionIds.map((subscriptionId) => ({
    ...{ userId, dedupe: `${dedupe}:${subscriptionId}`, kind: pushKind, subjectId },
    detail: { ...(detail as Detail), subscriptionId },
    ...{ fireMs, ...(notAfterMs !== null && { notAfterMs }), state: 'waiting' },
  }))
}
