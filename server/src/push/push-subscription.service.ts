import { randomUUIDv7 } from 'node:crypto'
import type { UserDatabase } from '../db/user-database.ts'
import { isUuid } from '../domain/ids.ts'
import { badUserInput, type InputIssue, notFound, requireWithin } from '../errors.ts'
import { isPushPublicKey } from './encrypt-push.ts'
import type { PushSender } from './push-sender.service.ts'
import {
  countPushSubscriptions,
  findByEndpoint,
  findPushSubscriptions,
  insertPushSubscription,
  type PushSubscription,
  setPushSubscriptionEnded,
  updatePushSubscription,
} from './push-subscription.queries.ts'

export type PushSubscriptionDraft = {
  endpoint: string
  /** In base64url, as a browser's `PushSubscription.toJSON()` gives them. */
  p256dh: string
  auth: string
  /** Whether the app does it by itself, and not its person. */
  isRenewal: boolean
}

type Keys = { p256dh: Buffer; auth: Buffer }

/**
 * Takes a browser for notifications, or takes what has changed about it. Undefined when the app would renew what its person
 * has ended meanwhile.
 *
 * @throws AppError `BAD_USER_INPUT` with every problem, `LIMIT_EXCEEDED`
 */
export async function keepPushSubscription(
  db: UserDatabase,
  sender: PushSender,
  sessionId: string,
  draft: PushSubscriptionDraft,
): Promise<PushSubscription | undefined> {
  const { endpoint, isRenewal } = draft
  const { p256dh, auth } = checkDraft(draft, sender)
  const known = await findByEndpoint(db, endpoint)
  if (known?.endedAt && isRenewal) return undefined
  const id = known?.id ?? randomUUIDv7()
  const row = { id, sessionId, endpoint, p256dh, auth }
  if (known) await updatePushSubscription(db, row)
  else {
    requireWithin('pushSubscriptions', (await countPushSubscriptions(db)) + 1)
    await insertPushSubscription(db, row)
  }
  return getPushSubscription(db, id)
}

/**
 * Ends one of the person's subscriptions, on this device or on another, and gives it as it was.
 *
 * @throws AppError `NOT_FOUND`
 */
export async function endPushSubscription(db: UserDatabase, id: string): Promise<PushSubscription> {
  const ended = await getPushSubscription(db, id)
  await setPushSubscriptionEnded(db, ended.id)
  return ended
}

/** @throws AppError `NOT_FOUND` */
export async function getPushSubscription(db: UserDatabase, id: string): Promise<PushSubscription> {
  const [found] = isUuid(id) ? await findPushSubscriptions(db, [id]) : []
  if (!found) throw notFound('push subscription')
  return found
}

function checkDraft(draft: PushSubscriptionDraft, sender: PushSender): Keys {
  const issues: InputIssue[] = []
  const problem = sender.findEndpointProblem(draft.endpoint)
  if (problem) issues.push({ path: ['input', 'endpoint'], message: problem })
  const [p256dh, auth] = [draft.p256dh, draft.auth].map((text) => Buffer.from(text, 'base64url'))
  if (p256dh?.length !== 65 || !isPushPublicKey(p256dh))
    issues.push({
      path: ['input', 'p256dh'],
      message: 'This isn’t the public key of a browser: 65 bytes in base64url, a point of P-256.',
    })
  if (auth?.length !== 16)
    issues.push({
      path: ['input', 'auth'],
      message: 'This isn’t the secret of a browser: 16 bytes in base64url.',
    })
  if (!p256dh || !auth || issues.length > 0) throw badUserInput(issues)
  return { p256dh, auth }
}
