import type { UserDatabases } from '../db/user-database.ts'
import type { DeliveryHandler, Handled } from '../deliveries/deliverer.service.ts'
import { type ClaimedDelivery, insertDelivery } from '../deliveries/delivery.queries.ts'
import type { PushMessage } from '../domain/push/push-message.ts'
import type { PushOutcome, PushSender } from '../push/push-sender.service.ts'
import { deletePushSubscription, listPushTargets } from '../push/push-subscription.queries.ts'

export const pushKind = 'push'
/** A notification that comes later than this is of no use: the list of what has rung has it. */
export const pushUsefulMs = 12 * 3_600_000

/** With a device it is for that one; without, for all that its person has by then. */
type Detail = { message: PushMessage; subscriptionId?: string }

export type SendPushesOptions = { databases: UserDatabases; push: PushSender }

const leaseSeconds = 30
const atOnce = 8
const nothing: Handled = { outcome: { kind: 'drop' } }

/** Takes notifications to devices: first one delivery for each device, then each by itself, so that none waits for another. */
export function sendPushes({ databases, push }: SendPushesOptions): DeliveryHandler {
  async function handle(claimed: ClaimedDelivery): Promise<Handled> {
    const { userId, nowMs } = claimed
    const { message, subscriptionId } = claimed.detail as Detail
    const targets = await databases.asUser(userId, listPushTargets)
    if (subscriptionId === undefined) {
      const ids = targets.map(({ id }) => id)
      return { ...nothing, alsoWrite: (transaction) => putEach(transaction, claimed, ids) }
    }
    const target = targets.find(({ id }) => id === subscriptionId)
    if (!target) return nothing
    const notAfterMs = claimed.notAfterMs ?? nowMs + pushUsefulMs
    const outcome = await push.send(target, { message, ttlSeconds: (notAfterMs - nowMs) / 1_000 })
    if (outcome.kind === 'gone')
      await databases.asUser(userId, (db) => deletePushSubscription(db, subscriptionId))
    return decide(outcome, claimed)
  }
  return { kind: pushKind, leaseSeconds, atOnce, handle }
}

/** @throws Error of what can be tried again, so that the pauses grow */
function decide(outcome: PushOutcome, { nowMs }: ClaimedDelivery): Handled {
  if (outcome.kind !== 'delayed') return nothing
  const { reason, retryAfterSeconds } = outcome
  if (retryAfterSeconds === undefined) throw new Error(`A push service gave no answer: ${reason}`)
  const nextMs = nowMs + retryAfterSeconds * 1_000
  return { outcome: { kind: 'again', fireMs: nextMs, nextMs, afterMs: nowMs } }
}

async function putEach(
  transaction: Parameters<typeof insertDelivery>[0],
  { userId, dedupe, subjectId, detail, fireMs, notAfterMs }: ClaimedDelivery,
  subscriptionIds: readonly string[],
): Promise<void> {
  for (const subscriptionId of subscriptionIds) {
    await insertDelivery(transaction, {
      ...{ userId, dedupe: `${dedupe}:${subscriptionId}`, kind: pushKind, subjectId },
      detail: { ...(detail as Detail), subscriptionId },
      ...{ fireMs, ...(notAfterMs !== null && { notAfterMs }), state: 'waiting' },
    })
  }
}
