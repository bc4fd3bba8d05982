import { sql } from 'kysely'
import type { UserDatabase } from '../db/user-database.ts'
import { idempotencyHours } from '../domain/limits.ts'

/** The stored answer for the key, unless it is too old. */
export function findIdempotentResult(
  db: UserDatabase,
  key: string,
): Promise<{ fingerprint: string; result: unknown } | undefined> {
  return db
    .selectFrom('idempotency_key')
    .select(['fingerprint', 'result'])
    .where('key', '=', key)
    .where('created_at', '>', sql<string>`now() - make_interval(hours => ${idempotencyHours})`)
    .executeTakeFirst()
}

/** Stores an answer; an existing one for the same key is too old and is replaced. */
export async function insertIdempotentResult(
  db: UserDatabase,
  entry: { key: string; fingerprint: string; result: unknown },
): Promise<void> {
  const result = JSON.stringify(entry.result)
  await db
    .insertInto('idempotency_key')
    .values({ key: entry.key, fingerprint: entry.fingerprint, result })
    .onConflict((conflict) =>
      conflict.columns(['user_id', 'key']).doUpdateSet({
        fingerprint: entry.fingerprint,
        result,
        created_at: sql<string>`now()`,
      }),
    )
    .execute()
}
