import type { AsUser, UserDatabases } from '../db/user-database.ts'
import type { ClaimedDelivery } from '../deliveries/delivery.queries.ts'
import type { PatientHandler, PatientlyHandled } from '../deliveries/patient-deliverer.service.ts'
import type { Mailer } from '../mail/mailer.ts'
import { makeEvent } from './make-event.ts'
import { findRetryPause } from './retry-pause.ts'
import {
  findWebhookTarget,
  keepWebhookSecrets,
  moveWebhook,
  setWebhookStopped,
  type WebhookTarget,
} from './webhook.queries.ts'
import type { StopReason } from './webhook.table.ts'
import { noteArrival, noteFailure } from './webhook-attempt.queries.ts'
import { followKind } from './webhook-delivery.queries.ts'
import { type WebhookEvent, writeResetEvent } from './webhook-event.ts'
import { findNextMutations, type NextMutation, type NextMutations } from './webhook-log.queries.ts'
import type { WebhookSender } from './webhook-sender.service.ts'
import { writeStopNotice } from './webhook-stopped.service.ts'

export type FollowOptions = {
  databases: UserDatabases
  sender: WebhookSender
  mailer: Mailer
  webUrl: string
}

/** The longest answer of a receiver, what is done before, and some more. */
const leaseSeconds = 30
const atOnce = 64
const atOnceOfPerson = 2
/** After that others have their turn. */
const turnMs = 5_000

const rest = { outcome: { kind: 'rest' } } as const
const drop = { outcome: { kind: 'drop' } } as const
const goOn = { outcome: { kind: 'later', seconds: 0 } } as const

/**
 * Sends webhooks what is in the log of their person after their position: one event for each mutation, one after the
 * other, and the next only when the one before has arrived. The position moves on when an answer has come, so an event
 * may come twice, under the same id, and never not at all.
 */
export function followLog(options: FollowOptions): PatientHandler {
  const { databases, sender, mailer, webUrl } = options

  async function handle(claimed: ClaimedDelivery): Promise<PatientlyHandled> {
    const { userId, subjectId } = claimed
    const asUser: AsUser = (work) => databases.asUser(userId, work)
    const startedMs = performance.now()
    const isOver = () => performance.now() - startedMs > turnMs
    /** Those that come next, as far as they were read. */
    let known: NextMutation[] = []
    for (;;) {
      const target = await asUser((db) => findWebhookTarget(db, subjectId))
      if (!target) return drop
      if (target.stopReason) return endWith(target.stopReason, target, asUser)
      const opened = sender.open(target)
      if (!opened) return stop('secret lost', target, asUser)
      const { signing, resealed } = opened
      if (resealed) await asUser((db) => keepWebhookSecrets(db, target, resealed))
      const nowMs = claimed.nowMs + performance.now() - startedMs
      const sending = { target, signing, nowMs, asUser }
      // Somebody may have set its position elsewhere meanwhile.
      if (known[0]?.firstSeq !== target.afterSeq + 1) {
        const next = await asUser((db) => findNextMutations(db, target.afterSeq))
        known = next.mutations
        const lostUntil = findLost(target.afterSeq, next)
        if (lostUntil !== undefined) {
          const event = writeResetEvent(userId, lostUntil, new Date(nowMs).toISOString())
          const handled = await send({ ...sending, event })
          if (handled) return handled
          continue
        }
        if (known.length === 0) return rest
      }
      const found = await findEvent(known, userId, target, asUser)
      known = found.rest
      if (found.event) {
        const handled = await send({ ...sending, event: found.event })
        if (handled) return handled
      } else {
        const { afterSeq: from } = target
        await asUser((db) => moveWebhook(db, target.id, { from, to: found.lastSeq }))
      }
      if (isOver()) return goOn
    }
  }

  type Sending = {
    target: WebhookTarget
    signing: readonly string[]
    event: WebhookEvent
    nowMs: number
    asUser: AsUser
  }

  /** Undefined when it has arrived, or the webhook has been changed meanwhile: then it is looked at again. */
  async function send(sending: Sending): Promise<PatientlyHandled | undefined> {
    const { target, signing, event, nowMs, asUser } = sending
    const { afterSeq: from } = target
    const { attempt, retryAfterSeconds, isGone } = await sender.send(target, signing, event)
    if (attempt.problem === null) {
      await asUser((db) => noteArrival(db, attempt, { from, to: event.lastSeq }))
      return undefined
    }
    if (!(await asUser((db) => noteFailure(db, attempt, from)))) return undefined
    if (isGone) return stop('gone', target, asUser)
    const { failures, failingSinceMs } = target
    const seconds = findRetryPause({ failures, failingSinceMs, nowMs, retryAfterSeconds })
    if (seconds === undefined) return stop('failing', target, asUser)
    return { outcome: { kind: 'later', seconds } }
  }

  async function stop(
    reason: StopReason,
    target: WebhookTarget,
    asUser: AsUser,
  ): Promise<PatientlyHandled> {
    await asUser((db) => setWebhookStopped(db, target.id, reason))
    return endWith(reason, target, asUser)
  }

  /** The mail goes out together with the end of the delivery: whoever dies in between leaves that to the next. */
  async function endWith(
    reason: StopReason,
    target: WebhookTarget,
    asUser: AsUser,
  ): Promise<PatientlyHandled> {
    if (reason === 'by owner') return drop
    const url = `${webUrl}/settings/webhooks/${target.id}`
    const mail = await asUser((db) => writeStopNotice(db, { ...target, reason }, url))
    return { ...drop, alongside: (transaction) => mailer.sendWith(transaction, [mail]) }
  }

  return {
    ...{ kind: followKind, leaseSeconds, atOnce, atOnceOfPerson, handle },
    afterwards: () => void mailer.resume(),
  }
}

/**
 * Where the log begins again for a position whose continuation it doesn't have: that was cleared, or the database
 * was restored.
 */
function findLost(afterSeq: number, { lastSeq, prunedSeq }: NextMutations): number | undefined {
  if (afterSeq > lastSeq) return lastSeq
  return afterSeq < prunedSeq ? prunedSeq : undefined
}

type FoundEvent = {
  event: WebhookEvent | undefined
  /** How far the log is dealt with after that, and what follows. */
  lastSeq: number
  rest: NextMutation[]
}

/** The first event that the webhook wants to hear of. */
async function findEvent(
  mutations: readonly NextMutation[],
  userId: string,
  target: WebhookTarget,
  asUser: AsUser,
): Promise<FoundEvent> {
  for (const [nth, mutation] of mutations.entries()) {
    const event = await makeEvent(mutation, userId, target, asUser)
    if (event) return { event, lastSeq: mutation.lastSeq, rest: mutations.slice(nth + 1) }
  }
  return { event: undefined, lastSeq: mutations.at(-1)?.lastSeq ?? target.afterSeq, rest: [] }
}
