import { type Generated, type Kysely, sql } from 'kysely'

type OutboxTables = {
  mail_outbox: {
    id: Generated<string>
    kind: string
    sealed: Buffer
    attempts: Generated<number>
    due_at: Generated<string>
    expires_at: string
  }
}

/** `attempts` counts the one it was claimed for. */
export type ClaimedMail = { id: string; kind: string; sealed: Buffer; attempts: number }

export async function insertMail<Tables>(
  database: Kysely<Tables>,
  { kind, sealed, usefulSeconds }: { kind: string; sealed: Buffer; usefulSeconds: number },
): Promise<void> {
  await tables(database)
    .insertInto('mail_outbox')
    .values({ kind, sealed, expires_at: secondsFromNow(usefulSeconds) })
    .execute()
}

/**
 * Claims the next mail that is due, for so many seconds: no other process finds it meanwhile, and if this
 * one dies, others find it after that. Undefined when none is due.
 */
export function claimMail(
  database: Kysely<unknown>,
  leaseSeconds: number,
): Promise<ClaimedMail | undefined> {
  return tables(database)
    .updateTable('mail_outbox')
    .set(({ eb }) => ({ due_at: secondsFromNow(leaseSeconds), attempts: eb('attempts', '+', 1) }))
    .where('id', '=', ({ selectFrom }) =>
      selectFrom('mail_outbox as next')
        .select('next.id')
        .where('next.due_at', '<=', secondsFromNow(0))
        .where('next.expires_at', '>', secondsFromNow(0))
        .orderBy('next.due_at')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'kind', 'sealed', 'attempts'])
    .executeTakeFirst()
}

/** Deletes a mail that was sent, or never will be. */
export async function deleteMail(database: Kysely<unknown>, id: string): Promise<void> {
  await tables(database).deleteFrom('mail_outbox').where('id', '=', id).execute()
}

/** Postpones a mail, unless another process has claimed it since. */
export async function postponeMail(
  database: Kysely<unknown>,
  { id, attempts, seconds }: { id: string; attempts: number; seconds: number },
): Promise<void> {
  await tables(database)
    .updateTable('mail_outbox')
    .set({ due_at: secondsFromNow(seconds) })
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .execute()
}

/** Deletes mails that are no longer useful, and returns the kinds of those that were never sent. */
export async function deleteExpiredMails(database: Kysely<unknown>): Promise<string[]> {
  const rows = await tables(database)
    .deleteFrom('mail_outbox')
    .where('expires_at', '<=', secondsFromNow(0))
    .returning('kind')
    .execute()
  return rows.map(({ kind }) => kind)
}

/** In how many seconds the next mail is due; undefined when none waits. */
export async function findSecondsToNextMail(
  database: Kysely<unknown>,
): Promise<number | undefined> {
  const { seconds } = await tables(database)
    .selectFrom('mail_outbox')
    .select(sql<number | null>`extract(epoch from min(due_at) - now())::float8`.as('seconds'))
    .executeTakeFirstOrThrow()
  return seconds ?? undefined
}

function tables<Tables>(database: Kysely<Tables>): Kysely<OutboxTables> {
  return database as unknown as Kysely<OutboxTables>
}

// By the database's clock, which all processes share.
function secondsFromNow(seconds: number) {
  return sql<string>`now() + make_interval(secs => ${seconds})`
}
