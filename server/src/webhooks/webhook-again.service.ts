import { randomUUIDv7 } from 'node:crypto'
import { findLogEnds } from '../changes/change.queries.ts'
import { readSyncCursor } from '../changes/sync-cursor.service.ts'
import type { UserDatabase } from '../db/user-database.ts'
import { changeLogDays } from '../domain/limits.ts'
import { AppError, badUserInput, requireWithin } from '../errors.ts'
import { setWebhookPosition, type Webhook } from './webhook.queries.ts'
import { getWebhook } from './webhook.service.ts'
import { findAttemptOfEvent } from './webhook-attempt.queries.ts'
import {
  countOnceThisHour,
  insertOnce,
  type OnceDetail,
  wakeWebhook,
} from './webhook-delivery.queries.ts'
import { findSeqBefore } from './webhook-log.queries.ts'

/** Has a test sent. @throws AppError `NOT_FOUND`, `LIMIT_EXCEEDED` */
export async function requestTest(db: UserDatabase, id: string): Promise<Webhook> {
  const webhook = await getWebhook(db, id)
  await request(db, webhook, { what: 'test', nth: randomUUIDv7() })
  return webhook
}

/** Has an event sent once more. @throws AppError `NOT_FOUND`, `LIMIT_EXCEEDED` */
export async function requestEvent(
  db: UserDatabase,
  id: string,
  eventId: string,
): Promise<Webhook> {
  const webhook = await getWebhook(db, id)
  const attempt = await findAttemptOfEvent(db, webhook.id, eventId)
  if (!attempt || attempt.isTest) {
    const message = 'There is no attempt of an event with this id. Tests are sent anew instead.'
    throw new AppError('NOT_FOUND', message, [{ path: ['input', 'eventId'], message }])
  }
  await request(db, webhook, { what: 'event', eventId, afterSeq: attempt.afterSeq })
  return webhook
}

/** Where a replay begins: one of the two. */
export type ReplayStart = { since?: string | null | undefined; from?: string | null | undefined }

/**
 * Has everything sent again from a position in the log on, or leaves out what is before it.
 *
 * @throws AppError `NOT_FOUND`, `BAD_USER_INPUT`, `LIMIT_EXCEEDED`
 */
export async function replay(
  db: UserDatabase,
  userId: string,
  { id, since, from }: ReplayStart & { id: string },
): Promise<Webhook> {
  const webhook = await getWebhook(db, id)
  if ((since == null) === (from == null))
    throw badUserInput([
      { path: ['input', 'since'], message: 'Say either since or from, and not both.' },
    ])
  const seq = from == null ? readSince(userId, since) : await findSeqBefore(db, from)
  const { lastSeq, prunedSeq } = await findLogEnds(db)
  if (seq < prunedSeq || seq > lastSeq)
    throw badUserInput([
      {
        path: ['input', 'since'],
        message: `The log doesn’t have what came after since: it reaches back ${changeLogDays} days. Say from, with a time, instead.`,
      },
    ])
  await request(db, webhook, { what: 'replay' })
  await setWebhookPosition(db, webhook.id, seq)
  if (webhook.stopReason === null) await wakeWebhook(db, webhook.id)
  return getWebhook(db, webhook.id)
}

function readSince(userId: string, since: string | null | undefined): number {
  try {
    return readSyncCursor(userId, since)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    throw badUserInput([{ path: ['input', 'since'], message: error.message }])
  }
}

async function request(db: UserDatabase, { id }: Webhook, detail: OnceDetail): Promise<void> {
  requireWithin('webhookRequests', (await countOnceThisHour(db)) + 1)
  await insertOnce(db, id, detail)
}
