import { type Generated, type Kysely, sql } from 'kysely'

type OutboxTables = {
  mail_outbox: {
    id: Generated<string>
    kind: string
    sealed: Buffer
    attempts: Generated<number>
    due_at: Generated<string>
    expires_at: string
    handed_over: Generated<boolean>
  }
}

/** `attempts` counts the one it was claimed for; `isHandedOver`: a mail server may have it from the one before. */
export type ClaimedMail = {
  id: string
  kind: string
  sealed: Buffer
  attempts: number
  isHandedOver: boolean
}

/** A kind of mails that is left to other processes. */
type Excepting = { except: string | undefined }

type Attempt = Pick<ClaimedMail, 'id' | 'attempts'>

export async function insertMails<Tables>(
  database: Kysely<Tables>,
  mails: readonly { kind: string; sealed: Buffer; usefulSeconds: number }[],
): Promise<void> {
  await tables(database)
    .insertInto('mail_outbox')
    .values(
      mails.map(({ kind, sealed, usefulSeconds }) => ({
        ...{ kind, sealed },
        expires_at: secondsFromNow(usefulSeconds),
      })),
    )
    .execute()
}

/**
 * Claims mails that are due, for so many seconds: no other process finds them meanwhile, and if this one dies,
 * others find them after that. Those that are soonest of no use come first: who waits for a link to sign in
 * waits for no crowd of reminders.
 */
export function claimMails(
  database: Kysely<unknown>,
  { leaseSeconds, most, except }: { leaseSeconds: number; most: number } & Excepting,
): Promise<ClaimedMail[]> {
  return tables(database)
    .updateTable('mail_outbox')
    .set(({ eb }) => ({ due_at: secondsFromNow(leaseSeconds), attempts: eb('attempts', '+', 1) }))
    .where('id', 'in', ({ selectFrom }) =>
      selectFrom('mail_outbox as next')
        .select('next.id')
        .where('next.due_at', '<=', secondsFromNow(0))
        .where('next.expires_at', '>', secondsFromNow(0))
        .$if(except !== undefined, (query) => query.where('next.kind', '!=', except ?? ''))
        .orderBy('next.expires_at')
        .limit(most)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'kind', 'sealed', 'attempts', 'handed_over as isHandedOver'])
    .execute()
}

/** Deletes mails that were sent, or never will be. */
export async function deleteMails(
  database: Kysely<unknown>,
  ids: readonly string[],
): Promise<undefined[]> {
  await tables(database).deleteFrom('mail_outbox').where('id', 'in', ids).execute()
  return ids.map(() => undefined)
}

/** Keeps a mail for so many seconds more, unless another process has claimed it since. */
export async function keepMail(
  database: Kysely<unknown>,
  attempt: Attempt,
  leaseSeconds: number,
): Promise<void> {
  await changeMail(database, attempt, { due_at: secondsFromNow(leaseSeconds) })
}

/**
 * Notes that a mail server may have these mails from now on.
 *
 * @returns for each whether that is so; not when another process has claimed it since
 */
export async function noteHandOvers(
  database: Kysely<unknown>,
  attempts: readonly Attempt[],
): Promise<boolean[]> {
  const rows = await tables(database)
    .updateTable('mail_outbox')
    .set({ handed_over: true })
    .where((eb) => eb.or(attempts.map(({ id, attempts }) => eb.and({ id, attempts }))))
    .returning('id')
    .execute()
  const noted = new Set(rows.map(({ id }) => id))
  return attempts.map(({ id }) => noted.has(id))
}

/** Postpones a mail that no server has, unless another process has claimed it since. */
export async function postponeMail(
  database: Kysely<unknown>,
  attempt: Attempt,
  seconds: number,
): Promise<void> {
  await changeMail(database, attempt, { due_at: secondsFromNow(seconds), handed_over: false })
}

async function changeMail(
  database: Kysely<unknown>,
  { id, attempts }: Attempt,
  changes: { due_at?: ReturnType<typeof secondsFromNow>; handed_over?: boolean },
): Promise<boolean> {
  const { numUpdatedRows } = await tables(database)
    .updateTable('mail_outbox')
    .set(changes)
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .executeTakeFirst()
  return numUpdatedRows > 0n
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
  { except }: Excepting,
): Promise<number | undefined> {
  const { seconds } = await tables(database)
    .selectFrom('mail_outbox')
    .select(sql<number | null>`extract(epoch from min(due_at) - now())::float8`.as('seconds'))
    .$if(except !== undefined, (query) => query.where('kind', '!=', except ?? ''))
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
