import { randomUUIDv7 } from 'node:crypto'
import type { Poster } from '../outgoing/poster.ts'
import { readRetryAfter } from '../outgoing/retry-after.ts'
import type { SealSecrets } from '../seal.ts'
import type { WebhookTarget } from './webhook.queries.ts'
import type { NewAttempt } from './webhook-attempt.queries.ts'
import type { WebhookEvent } from './webhook-event.ts'
import { openWebhookSecret, sealWebhookSecret, signWebhook } from './webhook-secret.ts'
import { findWebhookUrlProblem } from './webhook-url.ts'

export type WebhookSenderSettings = {
  post: Poster['post']
  secrets: SealSecrets
  trustedOrigins: readonly string[]
}

/** The secrets that sign, the newest first; `resealed` when the stored one should be replaced by it. */
export type OpenedSecrets = { signing: string[]; resealed: Buffer | undefined }

export type WebhookSent = {
  attempt: NewAttempt
  retryAfterSeconds: number | undefined
  /** Whether the receiver wants nothing any more. */
  isGone: boolean
}

export type WebhookSender = {
  /** Undefined when this installation can't read them any more. */
  open(target: WebhookTarget): OpenedSecrets | undefined
  /** Never rejects: whatever goes wrong is in the attempt. */
  send(
    target: WebhookTarget,
    signing: readonly string[],
    event: WebhookEvent,
    how?: { isTest?: boolean; byHand?: boolean },
  ): Promise<WebhookSent>
}

/** Signs events and sends them. */
export function createWebhookSender({
  post,
  secrets,
  trustedOrigins,
}: WebhookSenderSettings): WebhookSender {
  return {
    open({ secret, previousSecret }) {
      const current = openWebhookSecret(secret, secrets)
      if (!current) return undefined
      const previous = previousSecret && openWebhookSecret(previousSecret, secrets)
      return {
        signing: [current.text, ...(previous ? [previous.text] : [])],
        resealed: current.isOld ? sealWebhookSecret(current.text, secrets) : undefined,
      }
    },
    async send({ id: webhookId, url }, signing, event, { isTest = false, byHand = false } = {}) {
      const { id: eventId, body, afterSeq } = event
      const startedMs = performance.now()
      const headers = {
        'content-type': 'application/json',
        'user-agent': 'Tend-Webhooks',
        ...signWebhook({ id: eventId, body }, signing, Date.now()),
      }
      // The operator may have taken an origin away since it was accepted.
      const answer = findWebhookUrlProblem(url, trustedOrigins)
        ? 'NOT_PUBLIC'
        : await post(url, headers, body).catch(nameFailure)
      const { status = null, text = '', retryAfter } = typeof answer === 'string' ? {} : answer
      const problem = typeof answer === 'string' ? answer : judge(answer.status)
      return {
        attempt: {
          ...{ id: randomUUIDv7(), webhookId, eventId, afterSeq, isTest, byHand, status, problem },
          durationMs: Math.round(performance.now() - startedMs),
          // Postgres can't hold U+0000.
          answer: problem === null ? null : text.replaceAll('\u0000', '').slice(0, longestAnswer),
        },
        retryAfterSeconds: readRetryAfter(retryAfter, Date.now()),
        isGone: status === 410,
      }
    },
  }
}

const longestAnswer = 1_000

function judge(status: number): string | null {
  return status >= 200 && status < 300 ? null : `HTTP ${status}`
}

/** Codes only: messages repeat addresses, and those of TLS whole certificates. */
function nameFailure(error: NodeJS.ErrnoException): string {
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'TIMEOUT'
  return error.code ?? error.name
}
