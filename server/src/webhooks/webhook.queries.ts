import { sql } from 'kysely'
import type { ChangeOperation, TrackedTable } from '../changes/change.table.ts'
import type { UserDatabase } from '../db/user-database.ts'
import type { StopReason } from './webhook.table.ts'

const webhookColumns = [
  'id',
  'url',
  'description',
  'entities',
  'operations',
  'after_seq as afterSeq',
  'stop_reason as stopReason',
  'stopped_at as stoppedAt',
  'previous_until as previousUntil',
  'last_success_at as lastSuccessAt',
  'last_failure_at as lastFailureAt',
  'last_failure as lastFailure',
  'created_at as createdAt',
] as const

/** When a failed event is tried again: the delivery waits ahead of now only then. */
const nextAttemptAt = sql<string | null>`(
  select fire_at from delivery
  where user_id = webhook.user_id and dedupe = 'webhook:' || webhook.id and state = 'waiting' and fire_at > now()
)`.as('nextAttemptAt')

export type Webhook = {
  id: string
  url: string
  description: string
  entities: TrackedTable[] | null
  operations: ChangeOperation[] | null
  afterSeq: number
  stopReason: StopReason | null
  stoppedAt: string | null
  previousUntil: string | null
  lastSuccessAt: string | null
  lastFailureAt: string | null
  lastFailure: string | null
  nextAttemptAt: string | null
  createdAt: string
}

/** What people choose of one. */
export type WebhookChoices = Pick<Webhook, 'url' | 'description' | 'entities' | 'operations'>

/** What it takes to send to one. */
export type WebhookTarget = WebhookChoices &
  Pick<Webhook, 'id' | 'afterSeq' | 'stopReason'> & {
    secret: Uint8Array
    /** Null once it doesn't sign any more. */
    previousSecret: Uint8Array | null
    failures: number
    /** Milliseconds since 1970. */
    failingSinceMs: number | null
  }

/** The newest first. */
export function listWebhooks(db: UserDatabase): Promise<Webhook[]> {
  return selectWebhooks(db).orderBy('created_at', 'desc').orderBy('id').execute()
}

/** Those of them with these ids, in no order. */
export function findWebhooks(db: UserDatabase, ids: readonly string[]): Promise<Webhook[]> {
  return selectWebhooks(db).where('id', 'in', ids).execute()
}

export async function countWebhooks(db: UserDatabase): Promise<number> {
  const { count } = await kept(db)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

export async function insertWebhook(
  db: UserDatabase,
  row: WebhookChoices & { id: string; secret: Uint8Array; afterSeq: number },
): Promise<void> {
  const { afterSeq, ...columns } = row
  await db
    .insertInto('webhook')
    .values({ ...columns, after_seq: afterSeq })
    .execute()
}

export async function updateWebhookChoices(
  db: UserDatabase,
  id: string,
  choices: Partial<WebhookChoices>,
): Promise<void> {
  if (Object.keys(choices).length === 0) return
  await db.updateTable('webhook').set(choices).where('id', '=', id).execute()
}

/** Sends nothing to it from now on. */
export async function setWebhookStopped(
  db: UserDatabase,
  id: string,
  reason: StopReason,
): Promise<void> {
  await db
    .updateTable('webhook')
    .set({ stop_reason: reason, stopped_at: now })
    .where('id', '=', id)
    .where('stop_reason', 'is', null)
    .execute()
}

/** Sends to it again, with what it has missed first. */
export async function setWebhookStarted(db: UserDatabase, id: string): Promise<void> {
  await db
    .updateTable('webhook')
    .set({ stop_reason: null, stopped_at: null, failures: 0, failing_since: null })
    .where('id', '=', id)
    .execute()
}

/** Has the former secret sign, too, for so many hours. */
export async function setWebhookSecret(
  db: UserDatabase,
  id: string,
  secret: Uint8Array,
  overlapHours: number,
): Promise<void> {
  await db
    .updateTable('webhook')
    .set(({ ref }) => ({
      secret,
      previous_secret: ref('secret'),
      previous_until: sql<string>`now() + make_interval(hours => ${overlapHours})`,
    }))
    .where('id', '=', id)
    .execute()
}

/** The same secrets, sealed again. */
export async function keepWebhookSecrets(
  db: UserDatabase,
  { id, secret: former }: Pick<WebhookTarget, 'id' | 'secret'>,
  secret: Uint8Array,
): Promise<void> {
  await db
    .updateTable('webhook')
    .set({ secret })
    .where('id', '=', id)
    .where('secret', '=', former)
    .execute()
}

/** Sends again, or for the first time, from this position on. */
export async function setWebhookPosition(
  db: UserDatabase,
  id: string,
  afterSeq: number,
): Promise<void> {
  await db
    .updateTable('webhook')
    .set({ after_seq: afterSeq, failures: 0, failing_since: null })
    .where('id', '=', id)
    .execute()
}

export async function setWebhookRevoked(db: UserDatabase, id: string): Promise<void> {
  await db.updateTable('webhook').set({ revoked_at: now }).where('id', '=', id).execute()
}

/** Deletes those that were deleted by their person more than an hour ago, and all attempts of them. */
export async function deleteRevokedWebhooks(db: UserDatabase): Promise<void> {
  await db
    .deleteFrom('webhook')
    .where('revoked_at', '<', sql<string>`now() - interval '1 hour'`)
    .execute()
}

/** Undefined when there is none any more. */
export function findWebhookTarget(
  db: UserDatabase,
  id: string,
): Promise<WebhookTarget | undefined> {
  return kept(db)
    .select(['id', 'url', 'description', 'entities', 'operations', 'secret', 'failures'])
    .select(['after_seq as afterSeq', 'stop_reason as stopReason'])
    .select([
      sql<Uint8Array | null>`case when previous_until > now() then previous_secret end`.as(
        'previousSecret',
      ),
      sql<number | null>`(extract(epoch from failing_since) * 1000)::float8`.as('failingSinceMs'),
    ])
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Goes on past what it doesn't want to hear of, unless it is somewhere else by now. */
export async function moveWebhook(
  db: UserDatabase,
  id: string,
  { from, to }: { from: number; to: number },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('webhook')
    .set({ after_seq: to })
    .where('id', '=', id)
    .where('after_seq', '=', from)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

const now = sql<string>`now()`

function selectWebhooks(db: UserDatabase) {
  return kept(db).select(webhookColumns).select(nextAttemptAt)
}

function kept(db: UserDatabase) {
  return db.selectFrom('webhook').where('revoked_at', 'is', null)
}
