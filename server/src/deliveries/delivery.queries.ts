import { type Kysely, sql } from 'kysely'
import type { DeliveryTable } from './delivery.table.ts'

type DeliveryTables = { delivery: DeliveryTable }

/** One that a process has taken up; `attempts` counts this time. Instants are milliseconds since 1970. */
export type ClaimedDelivery = {
  userId: string
  dedupe: string
  subjectId: string
  detail: unknown
  attempts: number
  fireMs: number
  afterMs: number
  /** After that it is not worth doing; null when it always is. */
  notAfterMs: number | null
  /** When it was taken up, by the database's clock, which all processes share. */
  nowMs: number
}

/** What becomes of one that was taken up. */
export type DeliveryOutcome =
  /** There is nothing left to do. */
  | { kind: 'drop' }
  /** Done, or not worth doing any more; it is kept so that it isn't done again. */
  | { kind: 'done' | 'given up' }
  /** It is due again; somebody takes it up at `nextMs`, and what was due by `afterMs` is done. */
  | { kind: 'again'; fireMs: number; nextMs: number; afterMs: number }

/** One to put into the table. */
export type NewDelivery = {
  userId: string
  dedupe: string
  kind: string
  subjectId: string
  detail?: unknown
  fireMs: number
  /** After that it is not worth doing; by default it always is. */
  notAfterMs?: number
  /** `done` only records it. */
  state: 'waiting' | 'done'
}

/**
 * Takes up what is due of a kind, for so many seconds: no other process gets it meanwhile, and if this one dies,
 * others get it after that.
 */
export async function claimDeliveries(
  owner: Kysely<unknown>,
  kind: string,
  { leaseSeconds, most }: { leaseSeconds: number; most: number },
): Promise<ClaimedDelivery[]> {
  return tables(owner)
    .updateTable('delivery')
    .set(({ eb }) => ({ next_at: secondsFromNow(leaseSeconds), attempts: eb('attempts', '+', 1) }))
    .where(({ refTuple, selectFrom }) => {
      const due = selectFrom('delivery as due')
        .select(['due.user_id', 'due.dedupe'])
        .where('due.kind', '=', kind)
        .where('due.state', '=', 'waiting')
        .where('due.next_at', '<=', secondsFromNow(0))
        .orderBy('due.next_at')
        .limit(most)
        .forUpdate()
        .skipLocked()
      return sql<boolean>`${refTuple('delivery.user_id', 'delivery.dedupe')} in ${due}`
    })
    .returning(['user_id as userId', 'dedupe', 'subject_id as subjectId', 'detail', 'attempts'])
    .returning([
      milliseconds('fire_at').as('fireMs'),
      milliseconds('after_at').as('afterMs'),
      milliseconds('not_after').as('notAfterMs'),
      sql<number>`(extract(epoch from clock_timestamp()) * 1000)::float8`.as('nowMs'),
    ])
    .execute()
}

/**
 * Writes what became of one, unless something has changed since it was taken up, or another process has taken
 * it up since.
 *
 * @returns whether it was written
 */
export async function settleDelivery(
  transaction: Kysely<unknown>,
  { userId, dedupe, attempts }: ClaimedDelivery,
  outcome: DeliveryOutcome,
): Promise<boolean> {
  const db = tables(transaction)
  if (outcome.kind === 'drop') {
    const gone = await db
      .deleteFrom('delivery')
      .where('user_id', '=', userId)
      .where('dedupe', '=', dedupe)
      .where('attempts', '=', attempts)
      .executeTakeFirst()
    return gone.numDeletedRows > 0n
  }
  const set =
    outcome.kind !== 'again'
      ? { state: outcome.kind }
      : {
          fire_at: instant(outcome.fireMs),
          next_at: instant(outcome.nextMs),
          after_at: instant(outcome.afterMs),
          attempts: 0,
        }
  const written = await db
    .updateTable('delivery')
    .set(set)
    .where('user_id', '=', userId)
    .where('dedupe', '=', dedupe)
    .where('attempts', '=', attempts)
    .executeTakeFirst()
  return written.numUpdatedRows > 0n
}

/** Lets one that failed be taken up again later. */
export async function postponeDelivery(
  owner: Kysely<unknown>,
  { userId, dedupe, attempts }: ClaimedDelivery,
  seconds: number,
): Promise<void> {
  await tables(owner)
    .updateTable('delivery')
    .set({ next_at: secondsFromNow(seconds) })
    .where('user_id', '=', userId)
    .where('dedupe', '=', dedupe)
    .where('attempts', '=', attempts)
    .execute()
}

/** Puts one into the table. @returns whether it is new: what is there already isn't done twice */
export async function insertDelivery(
  transaction: Kysely<unknown>,
  { userId, dedupe, kind, subjectId, detail, fireMs, notAfterMs, state }: NewDelivery,
): Promise<boolean> {
  const inserted = await tables(transaction)
    .insertInto('delivery')
    .values({
      ...{ user_id: userId, dedupe, kind, subject_id: subjectId, state },
      detail: detail === undefined ? null : JSON.stringify(detail),
      fire_at: instant(fireMs),
      next_at: instant(fireMs),
      not_after: notAfterMs === undefined ? null : instant(notAfterMs),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** In how many seconds the next one of a kind is taken up; undefined when none waits. */
export async function findSecondsToNext(
  owner: Kysely<unknown>,
  kind: string,
): Promise<number | undefined> {
  const { seconds } = await tables(owner)
    .selectFrom('delivery')
    .select(
      sql<number | null>`extract(epoch from min(next_at) - clock_timestamp())::float8`.as(
        'seconds',
      ),
    )
    .where('kind', '=', kind)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow()
  return seconds ?? undefined
}

function tables(database: Kysely<unknown>): Kysely<DeliveryTables> {
  return database as unknown as Kysely<DeliveryTables>
}

function milliseconds<Column extends 'fire_at' | 'after_at' | 'not_after'>(column: Column) {
  return sql<
    Column extends 'not_after' ? number | null : number
  >`(extract(epoch from ${sql.ref(column)}) * 1000)::float8`
}

function instant(ms: number): string {
  return new Date(ms).toISOString()
}

// By the database's clock, which all processes share.
function secondsFromNow(seconds: number) {
  return sql<string>`clock_timestamp() + make_interval(secs => ${seconds})`
}
