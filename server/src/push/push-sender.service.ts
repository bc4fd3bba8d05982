import { createHash } from 'node:crypto'
import { findEndpointProblem } from '../domain/push/push-endpoint.ts'
import { type PushMessage, writePushMessage } from '../domain/push/push-message.ts'
import type { PostAnswer, Poster } from '../outgoing/poster.ts'
import { readRetryAfter } from '../outgoing/retry-after.ts'
import { encryptPush } from './encrypt-push.ts'
import type { PushKeyPair } from './push-key.queries.ts'
import type { PushTarget } from './push-subscription.queries.ts'
import { writeVapidHeader } from './vapid.ts'

export type PushSenderSettings = {
  /** The installation's key pair; asked for when it is first needed, and again after a failure. */
  loadKey: () => Promise<PushKeyPair>
  post: Poster['post']
  /** Origins of push services that the operator named, beside the known ones. */
  moreOrigins: readonly string[]
  /** Of the operator, for the push services. */
  contact: string
}

export type PushOutcome =
  /** The push service has it; whether the device gets it, nobody says. */
  | { kind: 'sent' }
  /** The browser has ended the subscription: it can be deleted. */
  | { kind: 'gone' }
  /** Now it didn't work, later it may. */
  | { kind: 'delayed'; reason: string; retryAfterSeconds: number | undefined }
  /** It won't work however often it is tried. */
  | { kind: 'refused'; reason: string }

export type PushDelivery = {
  message: PushMessage
  /** How long the push service keeps it for a device that is off. */
  ttlSeconds: number
}

export type PushSender = {
  /** What a browser subscribes for, in base64url. @throws Error of the database */
  getPublicKey(): Promise<string>
  findEndpointProblem(endpoint: string): string | undefined
  /** @throws Error of the database, when the key can't be loaded */
  send(target: PushTarget, delivery: PushDelivery): Promise<PushOutcome>
}

/** Push services refuse a signature that is valid for longer than a day; this is used for so long. */
const headerReuseMs = 3_600_000

/** Sends notifications to browsers, through the push services of their vendors. */
export function createPushSender(settings: PushSenderSettings): PushSender {
  const { post, moreOrigins, contact } = settings
  let key: Promise<PushKeyPair> | undefined
  const headers = new Map<string, { value: string; untilMs: number }>()

  function getKey(): Promise<PushKeyPair> {
    key ??= settings.loadKey().catch((error: unknown) => {
      key = undefined
      throw error
    })
    return key
  }

  async function authorize(origin: string): Promise<string> {
    const nowMs = Date.now()
    const known = headers.get(origin)
    if (known && known.untilMs > nowMs) return known.value
    const value = writeVapidHeader(await getKey(), origin, contact, nowMs)
    headers.set(origin, { value, untilMs: nowMs + headerReuseMs })
    return value
  }

  return {
    getPublicKey: async () => (await getKey()).publicKey.toString('base64url'),
    findEndpointProblem: (endpoint) => findEndpointProblem(endpoint, moreOrigins),
    async send(target, { message, ttlSeconds }) {
      // The operator may have taken an origin away since it was accepted.
      const problem = findEndpointProblem(target.endpoint, moreOrigins)
      if (problem) return { kind: 'refused', reason: 'unknown push service' }
      const authorization = await authorize(new URL(target.endpoint).origin)
      const tag = message.kind === 'show' ? message.notification.tag : message.tag
      const content = encryptPush(writePushMessage(message), target)
      const answer = await post(
        target.endpoint,
        {
          authorization,
          'content-encoding': 'aes128gcm',
          'content-type':
            message.kind === 'show' ? 'application/notification+json' : 'application/octet-stream',
          ttl: String(Math.max(0, Math.round(ttlSeconds))),
          topic: toTopic(tag),
          urgency: message.kind === 'show' ? 'high' : 'normal',
        },
        content,
      ).catch((error: unknown) => error as NodeJS.ErrnoException)
      return answer instanceof Error
        ? { kind: 'delayed', reason: answer.code ?? answer.name, retryAfterSeconds: undefined }
        : judge(answer)
    },
  }
}

/** A message that waits for a device is replaced by the next one with its tag; 32 characters are allowed. */
function toTopic(tag: string): string {
  return createHash('sha256').update(tag).digest('base64url').slice(0, 32)
}

function judge({ status, retryAfter }: PostAnswer): PushOutcome {
  if (status >= 200 && status < 300) return { kind: 'sent' }
  if (status === 404 || status === 410) return { kind: 'gone' }
  const reason = `HTTP ${status}`
  if (status === 408 || status === 429 || status >= 500)
    return { kind: 'delayed', reason, retryAfterSeconds: readRetryAfter(retryAfter, Date.now()) }
  return { kind: 'refused', reason }
}
