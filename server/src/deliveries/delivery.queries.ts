import { type ExpressionBuilder, type Kysely, sql } from 'kysely'
import type { DeliveryTable } from './delivery.table.ts'

type DeliveryTables = { delivery: DeliveryTable }

/** One that a process has taken up; `attempts` counts this time. Instants are whole milliseconds since 1970. */
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

/** The same of one that is settled by itself, and may be marked by others while it is taken up. */
export type DeliveryOutcomeAlone =
  | Exclude<DeliveryOutcome, { kind: 'again' }>
  /** It is due again in so many seconds; until then `fire_at` is ahead, as it never is of one that is taken up. */
  | { kind: 'later'; seconds: number }
  /** There is nothing to do until somebody marks it by its detail, or has done so since it was taken up. */
  | { kind: 'rest' }

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

export type ClaimLimits = {
  leaseSeconds: number
  most: number
  /** People whose deliveries are left alone. */
  exceptOf?: readonly string[]
}

/**
 * Takes up what is due of a kind, for so many seconds: no other process gets it meanwhile, and if this one dies,
 * others get it after that.
 */
export async function claimDeliveries(
  owner: Kysely<unknown>,
  kind: string,
  { leaseSeconds, most, exceptOf = [] }: ClaimLimits,
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
        .$if(exceptOf.length > 0, (rest) => rest.where('due.user_id', 'not in', exceptOf))
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
      sql<number>`floor(extract(epoch from clock_timestamp()) * 1000)::float8`.as('nowMs'),
    ])
    .execute()
}

/** One that was taken up, with what became of it. */
export type Settlement = { claimed: ClaimedDelivery; outcome: DeliveryOutcome }

/**
 * Writes what became of each, unless something has changed since it was taken up, or another process has taken it
 * up since. One that somebody is changing just now is left out too, unless it `waits` for them.
 *
 * @returns whether each was written, in their order
 */
export async function settleDeliveries(
  transaction: Kysely<unknown>,
  settlements: readonly Settlement[],
  { waits }: { waits: boolean },
): Promise<boolean[]> {
  const { rows } = await sql<{ key: string }>`
    with settled as (
      select * from jsonb_to_recordset(${JSON.stringify(settlements.map(toRow))}::jsonb) as (
        user_id text, dedupe text, attempts integer, state text,
        fire_at timestamptz, next_at timestamptz, after_at timestamptz)),
    -- One by one: joined with a table that has grown since its statistics, it would be read whole each time.
    taken as (
      select settled.*, found.place from settled cross join lateral (
        select ctid as place from delivery
          where user_id = settled.user_id and dedupe = settled.dedupe
            and attempts = settled.attempts
          for update ${waits ? sql`` : sql`skip locked`}) as found),
    gone as (
      delete from delivery using taken
        where delivery.ctid = taken.place and taken.state is null
        returning ${key}),
    changed as (
      update delivery set
          state = taken.state,
          fire_at = coalesce(taken.fire_at, delivery.fire_at),
          next_at = coalesce(taken.next_at, delivery.next_at),
          after_at = coalesce(taken.after_at, delivery.after_at),
          attempts = case when taken.next_at is null then delivery.attempts else 0 end
        from taken
        where delivery.ctid = taken.place and taken.state is not null
        returning ${key})
    select key from gone union all select key from changed`.execute(transaction)
  const written = new Set(rows.map((row) => row.key))
  return settlements.map(({ claimed }) => written.has(keyOf(claimed)))
}

const key = sql`delivery.user_id || ' ' || delivery.dedupe as key`

function keyOf({ userId, dedupe }: ClaimedDelivery): string {
  return `${userId} ${dedupe}`
}

/** Without a state it is deleted. */
function toRow({ claimed: { userId, dedupe, attempts }, outcome }: Settlement) {
  const row = { user_id: userId, dedupe, attempts }
  switch (outcome.kind) {
    case 'drop':
      return row
    case 'again': {
      const { fireMs, nextMs, afterMs } = outcome
      const times = { fire_at: instant(fireMs), next_at: instant(nextMs) }
      return { ...row, state: 'waiting', ...times, after_at: instant(afterMs) }
    }
    default:
      return { ...row, state: outcome.kind }
  }
}

/**
 * Writes what became of one, unless another process has taken it up since, and waits for whoever is marking it. Its
 * attempts are counted on, so that nobody who took it up long ago settles it any more. One that was marked since
 * neither rests nor is dropped: it is due at once.
 *
 * @returns whether it was written
 */
export async function settleDelivery(
  transaction: Kysely<unknown>,
  claimed: ClaimedDelivery,
  outcome: DeliveryOutcomeAlone,
): Promise<boolean> {
  if (outcome.kind === 'drop') {
    const { numDeletedRows } = await tables(transaction)
      .deleteFrom('delivery')
      .where(isStillTaken(claimed))
      .where(isMarkedSince(claimed), '=', false)
      .executeTakeFirst()
    if (numDeletedRows > 0n) return true
    await postponeDelivery(transaction, claimed, 0)
    return false
  }
  const { numUpdatedRows } = await tables(transaction)
    .updateTable('delivery')
    .set(afterwards(claimed, outcome))
    .where(isStillTaken(claimed))
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

function afterwards(
  claimed: ClaimedDelivery,
  outcome: Exclude<DeliveryOutcomeAlone, { kind: 'drop' }>,
) {
  if (outcome.kind === 'later') {
    const nextAt = secondsFromNow(outcome.seconds)
    return { fire_at: nextAt, next_at: nextAt }
  }
  if (outcome.kind !== 'rest') return { state: outcome.kind }
  return {
    state: sql<'resting'>`case when ${isMarkedSince(claimed)} then 'waiting' else 'resting' end`,
    next_at: secondsFromNow(0),
  }
}

function isMarkedSince({ detail }: ClaimedDelivery) {
  const known = detail === null ? null : JSON.stringify(detail)
  return sql<boolean>`(detail is distinct from ${known}::jsonb)`
}

/** Lets one that failed be taken up again later. */
export async function postponeDelivery(
  owner: Kysely<unknown>,
  claimed: ClaimedDelivery,
  seconds: number,
): Promise<void> {
  await tables(owner)
    .updateTable('delivery')
    .set({ next_at: secondsFromNow(seconds) })
    .where(isStillTaken(claimed))
    .execute()
}

/**
 * Puts them into the table: what is there already isn't done twice.
 *
 * @returns those that are new
 */
export async function insertDeliveries<One extends NewDelivery>(
  transaction: Kysely<unknown>,
  deliveries: readonly One[],
): Promise<One[]> {
  if (deliveries.length === 0) return []
  const inserted = await tables(transaction)
    .insertInto('delivery')
    .values(
      deliveries.map(({ userId, dedupe, kind, subjectId, detail, fireMs, notAfterMs, state }) => ({
        ...{ user_id: userId, dedupe, kind, subject_id: subjectId, state },
        detail: detail === undefined ? null : JSON.stringify(detail),
        fire_at: instant(fireMs),
        next_at: instant(fireMs),
        not_after: notAfterMs === undefined ? null : instant(notAfterMs),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .returning(['user_id', 'dedupe'])
    .execute()
  const isNew = new Set(inserted.map(({ user_id, dedupe }) => `${user_id} ${dedupe}`))
  // Of two with the same text, one is put there.
  return deliveries.filter(({ userId, dedupe }) => isNew.delete(`${userId} ${dedupe}`))
}

/** Has all that rest of a kind looked at once. */
export async function wakeDeliveries(owner: Kysely<unknown>, kind: string): Promise<void> {
  await tables(owner)
    .updateTable('delivery')
    .set({ state: 'waiting', next_at: secondsFromNow(0) })
    .where('kind', '=', kind)
    .where('state', '=', 'resting')
    .execute()
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

/** Nobody else has taken it up since, and nothing has changed that it is about. */
function isStillTaken({ userId, dedupe, attempts }: ClaimedDelivery) {
  return (eb: ExpressionBuilder<DeliveryTables, 'delivery'>) =>
    eb.and({ user_id: userId, dedupe, attempts })
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
