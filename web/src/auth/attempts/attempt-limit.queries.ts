import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { AttemptRule } from './attempt-rules.ts'

type AttemptTables = { attempt_limit: { key: string; full_at: Date } }

/** What is counted, in words and names: `['account', 'ada@example.com']`. */
export type AttemptKey = readonly string[]

/**
 * Counts one attempt, for all processes, in one statement that holds whatever happens beside it (the
 * generic cell rate algorithm, ITU-T I.371). Gives the seconds to wait when it was one too many, and
 * then counts nothing; else 0.
 *
 * @throws Error when the database can't be reached.
 */
export async function takeAttempt(
  database: Kysely<unknown>,
  key: AttemptKey,
  rule: AttemptRule,
): Promise<number> {
  const db = database as Kysely<AttemptTables>
  const refill = seconds(rule.refillSeconds)
  const room = seconds(rule.refillSeconds * rule.atOnce)
  const fullAt = sql<Date>`greatest(attempt_limit.full_at, now()) + ${refill}`
  const taken = await db
    .insertInto('attempt_limit')
    .values({ key: hash(key), full_at: sql<Date>`now() + ${refill}` })
    .onConflict((conflict) =>
      conflict
        .column('key')
        .doUpdateSet({ full_at: fullAt })
        .where(fullAt, '<=', sql<Date>`now() + ${room}`),
    )
    .returning('key')
    .executeTakeFirst()
  if (taken) return 0
  const full = await db
    .selectFrom('attempt_limit')
    .select(
      sql<number>`extract(epoch from full_at + ${refill} - ${room} - now())::float8`.as('wait'),
    )
    .where('key', '=', hash(key))
    .executeTakeFirst()
  return Math.max(1, Math.ceil(full?.wait ?? 0))
}

/** Gives a key all its attempts back, because one of them was right. */
export async function forgetAttempts(database: Kysely<unknown>, key: AttemptKey): Promise<void> {
  const db = database as Kysely<AttemptTables>
  await db.deleteFrom('attempt_limit').where('key', '=', hash(key)).execute()
}

/** Keeps a key as a mark for some days. */
export async function setMark(
  database: Kysely<unknown>,
  key: AttemptKey,
  days: number,
): Promise<void> {
  const db = database as Kysely<AttemptTables>
  const until = sql<Date>`now() + ${seconds(days * 86_400)}`
  await db
    .insertInto('attempt_limit')
    .values({ key: hash(key), full_at: until })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ full_at: until }))
    .execute()
}

/** Whether the mark is set and has not expired. */
export async function hasMark(database: Kysely<unknown>, key: AttemptKey): Promise<boolean> {
  const db = database as Kysely<AttemptTables>
  const found = await db
    .selectFrom('attempt_limit')
    .select('key')
    .where('key', '=', hash(key))
    .where('full_at', '>', sql<Date>`now()`)
    .executeTakeFirst()
  return found !== undefined
}

function seconds(count: number) {
  return sql`make_interval(secs => ${count})`
}

/** Hashed so that the table stores no addresses, and all keys are equally long. */
function hash(key: AttemptKey): string {
  return createHash('sha256').update(JSON.stringify(key)).digest('base64url')
}
