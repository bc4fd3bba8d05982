import { sql } from 'kysely'
import { entryColumns, getLastSeq, type LogEntry } from '../changes/change.queries.ts'
import type { ChangeOperation, TrackedTable } from '../changes/change.table.ts'
import type { UserDatabase } from '../db/user-database.ts'
import { webhookEventSize } from '../domain/limits.ts'
import type { LoggedMutation } from './webhook-event.ts'

/** Entries that are looked at together. More than an event can have, so that the first mutation is known to its end. */
const entriesAtOnce = 2 * webhookEventSize.changes
/** An event that has more than that couldn't be sent whole, whatever becomes of it. */
const mostLoggedBytes = 10 * webhookEventSize.bytes

export type NextMutation = LoggedMutation & {
  /** Whether it is too much to be read. */
  isLarge: boolean
  /** What it did to which tables. */
  kinds: readonly { table: TrackedTable; operation: ChangeOperation }[]
}

export type NextMutations = {
  /** How far the log reaches, and up to where it was cleared. */
  lastSeq: number
  prunedSeq: number
  /** Those that come next, whole ones only. */
  mutations: NextMutation[]
}

type Mark = {
  seq: number
  mutationId: string
  table: TrackedTable
  operation: ChangeOperation
  actor: string
  at: string
  bytes: number
}

/** What comes after a position in the log, mutation by mutation, without the rows. */
export async function findNextMutations(
  db: UserDatabase,
  afterSeq: number,
): Promise<NextMutations> {
  const rows = await db
    .selectFrom('change_counter as counter')
    .leftJoin(
      (eb) =>
        eb
          .selectFrom('change')
          .select(['seq', 'mutation_id', 'entity', 'operation', 'actor', 'at'])
          .select(
            sql<number>`coalesce(octet_length(before::text), 0) + coalesce(octet_length(after::text), 0)`.as(
              'bytes',
            ),
          )
          .where('seq', '>', afterSeq)
          .orderBy('seq')
          .limit(entriesAtOnce)
          .as('next'),
      (join) => join.onTrue(),
    )
    .select([
      'counter.last_seq as lastSeq',
      'counter.pruned_seq as prunedSeq',
      'next.seq',
      'next.mutation_id as mutationId',
      'next.entity as table',
      'next.operation',
      'next.actor',
      'next.at',
      'next.bytes',
    ])
    .orderBy('next.seq')
    .execute()
  const { lastSeq, prunedSeq } = rows[0] ?? { lastSeq: 0, prunedSeq: 0 }
  const marks = rows.filter((row) => row.seq !== null) as unknown as Mark[]
  const groups = groupByMutation(marks)
  const last = groups.at(-1)
  if (!last || marks.length < entriesAtOnce)
    return { lastSeq, prunedSeq, mutations: groups.map(toMutation) }
  // The last one may go on. It is read again as the first one, unless it is that already.
  if (groups.length > 1)
    return { lastSeq, prunedSeq, mutations: groups.slice(0, -1).map(toMutation) }
  return { lastSeq, prunedSeq, mutations: [await findLargeMutation(db, last)] }
}

/** Everything a mutation left in the log, in its order. */
export function listEntriesBetween(
  db: UserDatabase,
  { firstSeq, lastSeq }: LoggedMutation,
): Promise<LogEntry[]> {
  return db
    .selectFrom('change')
    .select(entryColumns)
    .where('seq', '>=', firstSeq)
    .where('seq', '<=', lastSeq)
    .orderBy('seq')
    .execute()
}

/** The position right before the first entry that is not older than an instant. */
export async function findSeqBefore(db: UserDatabase, instant: string): Promise<number> {
  const found = await db
    .selectFrom('change')
    .select((eb) => eb.fn.min<number | null>('seq').as('seq'))
    .where('at', '>=', instant)
    .executeTakeFirst()
  return found?.seq == null ? getLastSeq(db) : found.seq - 1
}

/** Entries of one mutation follow each other: a person's writers wait for each other. */
function groupByMutation(marks: readonly Mark[]): Mark[][] {
  const groups: Mark[][] = []
  for (const mark of marks) {
    const group = groups.at(-1)
    if (group?.[0]?.mutationId === mark.mutationId) group.push(mark)
    else groups.push([mark])
  }
  return groups
}

function toMutation(marks: readonly Mark[]): NextMutation {
  const [first, last] = [marks[0], marks.at(-1)]
  if (!first || !last) throw new Error('A mutation was expected to have entries')
  const { mutationId, actor, seq: firstSeq } = first
  const bytes = marks.reduce((sum, mark) => sum + mark.bytes, 0)
  return {
    ...{ mutationId, actor, firstSeq, lastSeq: last.seq, at: last.at, kinds: marks },
    isLarge: marks.length > webhookEventSize.changes || bytes > mostLoggedBytes,
  }
}

async function findLargeMutation(db: UserDatabase, marks: readonly Mark[]): Promise<NextMutation> {
  const { mutationId, actor, firstSeq } = toMutation(marks)
  const kinds = await db
    .selectFrom('change')
    .select(['entity as table', 'operation'])
    .select((eb) => [eb.fn.max<number>('seq').as('seq'), eb.fn.max<string>('at').as('at')])
    .where('mutation_id', '=', mutationId)
    .where('seq', '>=', firstSeq)
    .groupBy(['entity', 'operation'])
    .orderBy('seq')
    .execute()
  const last = kinds.at(-1)
  if (!last) throw new Error('A mutation was expected to have entries')
  return { mutationId, actor, firstSeq, lastSeq: last.seq, at: last.at, kinds, isLarge: true }
}
