import { sql } from 'kysely'
import { type CursorKeys, type Ordering, type Page, type PageRequest, toPage } from '../db/page.ts'
import type { UserDatabase } from '../db/user-database.ts'
import { isUuid } from '../domain/ids.ts'

/** Once that something was sent, or could not be. */
export type WebhookAttempt = {
  id: string
  webhookId: string
  eventId: string
  /** Where the log is right before the event. */
  afterSeq: number
  isTest: boolean
  byHand: boolean
  at: string
  durationMs: number
  status: number | null
  problem: string | null
  answer: string | null
}

export type NewAttempt = Omit<WebhookAttempt, 'at'>

const columns = [
  'id',
  'webhook_id as webhookId',
  'event_id as eventId',
  'after_seq as afterSeq',
  'is_test as isTest',
  'by_hand as byHand',
  'at',
  'duration_ms as durationMs',
  'status',
  'problem',
  'answer',
] as const

/** The newest first. */
export const attemptOrdering: Ordering = {
  name: 'webhook-attempts',
  acceptsKeys: ([id, ...rest]) => rest.length === 0 && isUuid(id ?? ''),
}

export async function listWebhookAttempts(
  db: UserDatabase,
  webhookId: string,
  request: PageRequest,
): Promise<Page<WebhookAttempt>> {
  let query = db
    .selectFrom('webhook_attempt')
    .select(columns)
    .where('webhook_id', '=', webhookId)
    .orderBy('id', request.direction === 'forward' ? 'desc' : 'asc')
    .limit(request.limit + 1)
  if (request.after) query = query.where('id', '<', request.after[0])
  if (request.before) query = query.where('id', '>', request.before[0])
  return toPage(await query.execute(), request, attemptOrdering, ({ id }): CursorKeys => [id])
}

export async function countWebhookAttempts(db: UserDatabase, webhookId: string): Promise<number> {
  const { count } = await db
    .selectFrom('webhook_attempt')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('webhook_id', '=', webhookId)
    .executeTakeFirstOrThrow()
  return count
}

/** That of the event which a webhook was sent last. */
export function findAttemptOfEvent(
  db: UserDatabase,
  webhookId: string,
  eventId: string,
): Promise<WebhookAttempt | undefined> {
  return db
    .selectFrom('webhook_attempt')
    .select(columns)
    .where('webhook_id', '=', webhookId)
    .where('event_id', '=', eventId)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Notes an attempt that changes nothing about its webhook. */
export async function insertWebhookAttempt(db: UserDatabase, attempt: NewAttempt): Promise<void> {
  await db.insertInto('webhook_attempt').values(toRow(attempt)).execute()
}

/**
 * Notes that an event has arrived and goes on after it, both or neither; false when the webhook is somewhere else by
 * now, or gone.
 */
export async function noteArrival(
  db: UserDatabase,
  attempt: NewAttempt,
  { from, to }: { from: number; to: number },
): Promise<boolean> {
  const moved = await db
    .with('moved', (eb) =>
      eb
        .updateTable('webhook')
        .set({ after_seq: to, last_success_at: now, failures: 0, failing_since: null })
        .where('id', '=', attempt.webhookId)
        .where('after_seq', '=', from)
        .returning('id'),
    )
    .insertInto('webhook_attempt')
    .columns(columnsOf(attempt))
    .expression((eb) => eb.selectFrom('moved').select(valuesOf(attempt)))
    .executeTakeFirst()
  return (moved.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Notes that an event has failed; what comes after it waits. The first failure in a row says since when. */
export async function noteFailure(
  db: UserDatabase,
  attempt: NewAttempt,
  from: number,
): Promise<boolean> {
  const failed = await db
    .with('failed', (eb) =>
      eb
        .updateTable('webhook')
        .set(({ eb: set, fn }) => ({
          failures: set('failures', '+', 1),
          failing_since: fn.coalesce('failing_since', now),
          last_failure_at: now,
          last_failure: attempt.problem,
        }))
        .where('id', '=', attempt.webhookId)
        .where('after_seq', '=', from)
        .returning('id'),
    )
    .insertInto('webhook_attempt')
    .columns(columnsOf(attempt))
    .expression((eb) => eb.selectFrom('failed').select(valuesOf(attempt)))
    .executeTakeFirst()
  return (failed.numInsertedOrUpdatedRows ?? 0n) > 0n
}

const now = sql<string>`now()`

function toRow(attempt: NewAttempt) {
  const { id, webhookId, eventId, afterSeq, isTest, byHand, durationMs, status } = attempt
  return {
    ...{ id, webhook_id: webhookId, event_id: eventId, after_seq: afterSeq, is_test: isTest },
    ...{ by_hand: byHand, duration_ms: durationMs, status },
    ...{ problem: attempt.problem, answer: attempt.answer },
  }
}

type AttemptColumn = keyof ReturnType<typeof toRow>

const types: Readonly<Record<AttemptColumn, string>> = {
  id: 'uuid',
  webhook_id: 'uuid',
  event_id: 'text',
  after_seq: 'bigint',
  is_test: 'boolean',
  by_hand: 'boolean',
  duration_ms: 'integer',
  status: 'integer',
  problem: 'text',
  answer: 'text',
}

function columnsOf(attempt: NewAttempt) {
  return Object.keys(toRow(attempt)) as AttemptColumn[]
}

function valuesOf(attempt: NewAttempt) {
  const row = toRow(attempt)
  return (Object.keys(row) as AttemptColumn[]).map((column) =>
    sql<never>`${row[column]}::${sql.raw(types[column])}`.as(column),
  )
}
