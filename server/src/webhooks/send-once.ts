import type { AsUser, UserDatabases } from '../db/user-database.ts'
import type { ClaimedDelivery } from '../deliveries/delivery.queries.ts'
import type { PatientHandler, PatientlyHandled } from '../deliveries/patient-deliverer.service.ts'
import { makeEvent } from './make-event.ts'
import { findWebhookTarget, type WebhookTarget } from './webhook.queries.ts'
import { insertWebhookAttempt } from './webhook-attempt.queries.ts'
import { type OnceDetail, onceKind } from './webhook-delivery.queries.ts'
import { type WebhookEvent, writeTestEvent } from './webhook-event.ts'
import { findNextMutations } from './webhook-log.queries.ts'
import type { WebhookSender } from './webhook-sender.service.ts'

export type SendOnceOptions = { databases: UserDatabases; sender: WebhookSender }

const leaseSeconds = 30
const atOnce = 32
const atOnceOfPerson = 2
const done = { outcome: { kind: 'done' } } as const

/** Sends what somebody asked for by hand, once, beside what the webhook is sent otherwise. */
export function sendOnce({ databases, sender }: SendOnceOptions): PatientHandler {
  async function handle(claimed: ClaimedDelivery): Promise<PatientlyHandled> {
    const { userId, subjectId } = claimed
    const asUser: AsUser = (work) => databases.asUser(userId, work)
    const target = await asUser((db) => findWebhookTarget(db, subjectId))
    const signing = target && sender.open(target)?.signing
    const event = target && (await findEvent(claimed, target, asUser))
    if (!signing || !event) return done
    const isTest = (claimed.detail as OnceDetail).what === 'test'
    const { attempt } = await sender.send(target, signing, event, { isTest, byHand: true })
    await asUser((db) => insertWebhookAttempt(db, attempt))
    return done
  }
  return { kind: onceKind, leaseSeconds, atOnce, atOnceOfPerson, handle }
}

/** Undefined when the log has it no more, or the webhook doesn't want to hear of it any more. */
async function findEvent(
  { userId, detail, fireMs }: ClaimedDelivery,
  target: WebhookTarget,
  asUser: AsUser,
): Promise<WebhookEvent | undefined> {
  const once = detail as OnceDetail
  if (once.what === 'replay') return undefined
  if (once.what === 'test')
    return writeTestEvent(userId, once.nth, target.afterSeq, new Date(fireMs).toISOString())
  const { mutations } = await asUser((db) => findNextMutations(db, once.afterSeq))
  const [first] = mutations
  const event = first && (await makeEvent(first, userId, target, asUser))
  return event?.id === once.eventId ? event : undefined
}
