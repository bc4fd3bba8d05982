import { type Kysely, sql } from 'kysely'
import type { UserDatabase } from '../../db/user-database.ts'
import { trashDays } from '../../domain/early-limits.ts'
import {
  changeLogDays,
  deliveryDays,
  idempotencyHours,
  webhookAttemptDays,
} from '../../domain/limits.ts'
import { receiptDays } from '../../domain/mutation-id.ts'
import type { JobTables } from '../job.table.ts'

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** Whether there is anything to clean up, so that most people cost only one round trip. */
export async function hasAnythingOld(db: UserDatabase, now: Date): Promise<boolean> {
  const { found } = await db
    .selectNoFrom(({ or, exists, selectFrom }) =>
      or([
        exists(selectFrom('task').select('id').where('deleted_at', '<', trashedBefore(now))),
        exists(selectFrom('list').select('id').where('deleted_at', '<', trashedBefore(now))),
        exists(
          selectFrom('idempotency_key')
            .select('key')
            .where('created_at', '<', instantBefore(now, idempotencyHours * hourMs)),
        ),
        exists(
          selectFrom('mutation_receipt')
            .select('mutation_id')
            .where('created_at', '<', instantBefore(now, receiptDays * dayMs)),
        ),
        exists(
          selectFrom('access_token')
            .select('id')
            .where('revoked_at', '<', instantBefore(now, changeLogDays * dayMs)),
        ),
        exists(
          selectFrom('delivery')
            .select('dedupe')
            .where('state', 'in', ['done', 'given up'])
            .where('fire_at', '<', instantBefore(now, deliveryDays * dayMs)),
        ),
        exists(
          selectFrom('webhook_attempt')
            .select('id')
            .where('at', '<', instantBefore(now, webhookAttemptDays * dayMs)),
        ),
        // The oldest entry is the first one.
        exists(
          selectFrom((eb) =>
            eb.selectFrom('change').select('at').orderBy('seq').limit(1).as('first'),
          )
            .select('first.at')
            .where('first.at', '<', instantBefore(new Date(), changeLogDays * dayMs)),
        ),
      ]).as('found'),
    )
    .executeTakeFirstOrThrow()
  return Boolean(found)
}

export function deleteOldIdempotencyKeys(
  db: UserDatabase,
  now: Date,
  most: number,
): Promise<number> {
  return countDeleted(
    db
      .deleteFrom('idempotency_key')
      .where('key', 'in', ({ selectFrom }) =>
        selectFrom('idempotency_key as old')
          .select('old.key')
          .where('old.created_at', '<', instantBefore(now, idempotencyHours * hourMs))
          .limit(most),
      )
      .executeTakeFirst(),
  )
}

export function deleteOldReceipts(db: UserDatabase, now: Date, most: number): Promise<number> {
  return countDeleted(
    db
      .deleteFrom('mutation_receipt')
      .where('mutation_id', 'in', ({ selectFrom }) =>
        selectFrom('mutation_receipt as old')
          .select('old.mutation_id')
          .where('old.created_at', '<', instantBefore(now, receiptDays * dayMs))
          .limit(most),
      )
      .executeTakeFirst(),
  )
}

/** What was done, when nobody wants to know of it any more. */
export function deleteOldDeliveries(db: UserDatabase, now: Date, most: number): Promise<number> {
  return countDeleted(
    db
      .deleteFrom('delivery')
      .where('dedupe', 'in', ({ selectFrom }) =>
        selectFrom('delivery as old')
          .select('old.dedupe')
          .where('old.state', 'in', ['done', 'given up'])
          .where('old.fire_at', '<', instantBefore(now, deliveryDays * dayMs))
          .limit(most),
      )
      .executeTakeFirst(),
  )
}

export function deleteOldWebhookAttempts(
  db: UserDatabase,
  now: Date,
  most: number,
): Promise<number> {
  return countDeleted(
    db
      .deleteFrom('webhook_attempt')
      .where('id', 'in', ({ selectFrom }) =>
        selectFrom('webhook_attempt as old')
          .select('old.id')
          .where('old.at', '<', instantBefore(now, webhookAttemptDays * dayMs))
          .limit(most),
      )
      .executeTakeFirst(),
  )
}

/** Revoked ones, when the log no longer reaches back to what they did. */
export function deleteOldAccessTokens(db: UserDatabase, now: Date, most: number): Promise<number> {
  return countDeleted(
    db
      .deleteFrom('access_token')
      .where('id', 'in', ({ selectFrom }) =>
        selectFrom('access_token as old')
          .select('old.id')
          .where('old.revoked_at', '<', instantBefore(now, changeLogDays * dayMs))
          .limit(most),
      )
      .executeTakeFirst(),
  )
}

/** The database decides what is old: its function takes no age, so that nobody can delete newer entries. */
export async function pruneLog(db: UserDatabase, most: number): Promise<number> {
  const { count } = await db
    .selectNoFrom(sql<number>`prune_changes(${most}::integer)`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** The counters of attempts belong to nobody, so this one statement works as the owner. */
export function deleteOldAttempts(
  owner: Kysely<JobTables>,
  now: Date,
  most: number,
): Promise<number> {
  return countDeleted(
    owner
      .deleteFrom('attempt_limit')
      .where('key', 'in', ({ selectFrom }) =>
        selectFrom('attempt_limit as old')
          .select('old.key')
          .where('old.full_at', '<', now.toISOString())
          .limit(most),
      )
      .executeTakeFirst(),
  )
}

async function countDeleted(
  result: Promise<{ numDeletedRows: bigint } | undefined>,
): Promise<number> {
  return Number((await result)?.numDeletedRows ?? 0n)
}

/** What went to the trash until then has been there for long enough. */
export function trashedBefore(now: Date): string {
  return instantBefore(now, trashDays * dayMs)
}

function instantBefore(now: Date, ms: number): string {
  return new Date(now.getTime() - ms).toISOString()
}
