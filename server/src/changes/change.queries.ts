import { sql } from 'kysely'
import type { UserDatabase } from '../db/user-database.ts'
import type { ChangeOperation, Entity, TrackedTable } from './change.table.ts'
import { type SyncCursor, writeSyncCursor } from './sync-cursor.service.ts'

/** The latest change of an object. */
export type ChangedEntity = {
  seq: number
  entity: Entity
  id: string
  mutationId: string
  at: string
}

export type LogSlice = {
  /** Everything up to here has been cleared from the log. */
  prunedSeq: number
  lastSeq: number
  /** By `seq`; each object once, at its latest change. */
  changes: ChangedEntity[]
}

/**
 * What was changed after a position in the log, each object once, at its latest change. One statement, so
 * that the changes and the end of the log are consistent.
 */
export async function readLog(
  db: UserDatabase,
  afterSeq: number,
  limit: number,
): Promise<LogSlice> {
  const rows = await db
    .selectFrom('change_counter as counter')
    .leftJoin(
      (eb) =>
        eb
          .selectFrom('change as c')
          .select(['c.seq', entityOf('c').as('entity'), 'c.entity_id', 'c.mutation_id', 'c.at'])
          .where('c.seq', '>', afterSeq)
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('change as later')
                  .select('later.seq')
                  .whereRef('later.entity_id', '=', 'c.entity_id')
                  .whereRef('later.seq', '>', 'c.seq')
                  .where(entityOf('later'), '=', entityOf('c')),
              ),
            ),
          )
          .orderBy('c.seq')
          .limit(limit)
          .as('newest'),
      (join) => join.onTrue(),
    )
    .select([
      'counter.last_seq as lastSeq',
      'counter.pruned_seq as prunedSeq',
      'newest.seq',
      'newest.entity',
      'newest.entity_id as id',
      'newest.mutation_id as mutationId',
      'newest.at',
    ])
    .orderBy('newest.seq')
    .execute()
  const { lastSeq, prunedSeq } = rows[0] ?? { lastSeq: 0, prunedSeq: 0 }
  const changes = rows.filter((row) => row.seq !== null) as unknown as ChangedEntity[]
  return { lastSeq, prunedSeq, changes }
}

/** How far the log reaches, and up to where it was cleared. */
export async function findLogEnds(
  db: UserDatabase,
): Promise<{ lastSeq: number; prunedSeq: number }> {
  const row = await db
    .selectFrom('change_counter')
    .select(['last_seq as lastSeq', 'pruned_seq as prunedSeq'])
    .executeTakeFirst()
  return row ?? { lastSeq: 0, prunedSeq: 0 }
}

/** How far the log reaches. */
export async function getLastSeq(db: UserDatabase): Promise<number> {
  return (await findLogEnds(db)).lastSeq
}

/** Where the person's log ends. */
export async function getSyncCursor(db: UserDatabase, userId: string): Promise<SyncCursor> {
  return writeSyncCursor(userId, await getLastSeq(db))
}

/** A line of the log as the triggers wrote it. */
export type LogEntry = {
  seq: number
  mutationId: string
  table: TrackedTable
  entityId: string
  operation: ChangeOperation
  before: LoggedRow | null
  after: LoggedRow | null
  actor: string
  at: string
  /** Whether it was deleted from the trash, or changed along with that. */
  forGood: boolean
}

/** A row by its columns, without `user_id` and `search_text`. */
export type LoggedRow = Readonly<Record<string, unknown>>

export const entryColumns = [
  'seq',
  'mutation_id as mutationId',
  'entity as table',
  'entity_id as entityId',
  'operation',
  'before',
  'after',
  'actor',
  'at',
  'for_good as forGood',
] as const

/** How many entries a mutation has, which may be too many to read. */
export async function countEntriesOfMutation(
  db: UserDatabase,
  mutationId: string,
): Promise<number> {
  const { count } = await db
    .selectFrom('change')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('mutation_id', '=', mutationId)
    .executeTakeFirstOrThrow()
  return count
}

/** Everything a mutation did, in its order. */
export function listEntriesOfMutation(db: UserDatabase, mutationId: string): Promise<LogEntry[]> {
  return db
    .selectFrom('change')
    .select(entryColumns)
    .where('mutation_id', '=', mutationId)
    .orderBy('seq')
    .execute()
}

/**
 * The last entry for each row of these objects after a position in the log. The entries in between may be
 * thousands of versions of a long text, and say nothing about the row's present state.
 */
export function listLastEntries(
  db: UserDatabase,
  entityIds: readonly string[],
  afterSeq: number,
): Promise<LogEntry[]> {
  return db
    .selectFrom('change')
    .select(entryColumns)
    .where('entity_id', '=', sql<string>`any(${entityIds}::uuid[])`)
    .where('seq', '>', afterSeq)
    .distinctOn(['entity', 'entity_id', tagIdOfTie])
    .orderBy('entity')
    .orderBy('entity_id')
    .orderBy(tagIdOfTie)
    .orderBy('seq', 'desc')
    .execute()
}

/** An entry of the log without the states of its row, but with the keys that identify the row. */
export type LogMark = Pick<LogEntry, 'mutationId' | 'table' | 'entityId' | 'at'> & {
  row: LoggedRow
}

/** What the current transaction has done so far, in order. */
export function listOwnMarks(db: UserDatabase): Promise<LogMark[]> {
  return db
    .selectFrom('change')
    .select(['mutation_id as mutationId', 'entity as table', 'entity_id as entityId', 'at'])
    .select(
      sql<LoggedRow>`jsonb_build_object(
        'id', entity_id, 'task_id', entity_id, 'tag_id', ${tagIdOfTie}
      )`.as('row'),
    )
    .where('mutation_id', '=', sql<string>`current_setting('app.mutation_id')::uuid`)
    .orderBy('seq')
    .execute()
}

/** The tag of a `task_tag` entry, whose object is the task. */
const tagIdOfTie = sql<
  string | null
>`case when entity = 'task_tag' then coalesce(after, before) ->> 'tag_id' end`

// CASE and comparing text are leakproof, so the index is used before the policy has run.
function entityOf<Alias extends 'c' | 'later'>(alias: Alias) {
  const column = sql.ref(`${alias}.entity`)
  return sql<Entity>`case when ${column} = 'task_tag' then 'task' else ${column} end`
}
