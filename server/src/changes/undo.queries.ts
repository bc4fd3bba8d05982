import { sql } from 'kysely'
import { anyOf } from '../db/any-of.ts'
import type { UserDatabase } from '../db/user-database.ts'
import { searchText } from '../domain/text/search-words.ts'
import type { LoggedRow } from './change.queries.ts'
import type { TrackedTable } from './change.table.ts'
import { trackedColumns } from './tracked-rows.ts'

/** Inserts rows as they were logged, all in one statement. */
export async function insertRows(
  db: UserDatabase,
  table: TrackedTable,
  rows: readonly LoggedRow[],
): Promise<void> {
  if (rows.length === 0) return
  const derived = withSearchText(table, rows)
  const types = columnTypes(table)
  // A column that is newer than the log entry gets its default.
  const columns = Object.keys(types).filter((column) => derived.some((row) => column in row))
  const typed = sql.join(columns.map((name) => sql`${sql.ref(name)} ${sql.raw(types[name] ?? '')}`))
  await db
    .insertInto(table as 'task')
    .columns(columns as never)
    .expression((eb) =>
      eb
        .selectFrom(
          sql<LoggedRow>`jsonb_to_recordset(${JSON.stringify(derived)}::jsonb)`.as<'logged'>(
            sql`logged(${typed})`,
          ),
        )
        .select(
          columns.map((column) =>
            column === 'updated_at'
              ? sql<never>`now()`.as(column)
              : sql<never>`${sql.ref(`logged.${column}`)}`.as(column),
          ),
        ),
    )
    .execute()
}

/** Sets these columns of rows in one statement, so that positions are only compared at its end. */
export async function updateRows(
  db: UserDatabase,
  table: Exclude<TrackedTable, 'task_tag'>,
  rows: readonly { current: LoggedRow; patch: LoggedRow }[],
): Promise<void> {
  if (rows.length === 0) return
  const types = columnTypes(table)
  const patches = rows.map(({ current, patch }) => {
    const { id, ...set } = table === 'task' ? withNewSearchText(current, patch) : patch
    return { ...set, id: current.id, patched_columns: Object.keys(set) }
  })
  const columns = Object.keys(types).filter(
    (column) => column !== 'id' && patches.some((patch) => column in patch),
  )
  const typed = sql.join([
    sql`id uuid, patched_columns text[]`,
    ...columns.map((name) => sql`${sql.ref(name)} ${sql.raw(types[name] ?? '')}`),
  ])
  const assignments = columns.map((column) => [
    column,
    sql`case when ${column}::text = any(logged.patched_columns)
      then ${sql.ref(`logged.${column}`)} else ${sql.ref(`${table}.${column}`)} end`,
  ])
  await db
    .updateTable(table as 'task')
    .from(
      sql<{ id: string }>`jsonb_to_recordset(${JSON.stringify(patches)}::jsonb)`.as<'logged'>(
        sql`logged(${typed})`,
      ),
    )
    .set({ ...Object.fromEntries(assignments), updated_at: sql`now()` })
    // Said beside the join: without it, PostgreSQL may read all of a person's rows to join them.
    .where(`${table}.id` as 'task.id', '=', anyOf(patches.map(({ id }) => String(id))))
    .whereRef('logged.id', '=', `${table}.id` as 'task.id')
    .execute()
}

export async function deleteRows(
  db: UserDatabase,
  table: TrackedTable,
  rows: readonly LoggedRow[],
): Promise<void> {
  if (rows.length === 0) return
  if (table === 'task_tag') {
    const [tasks, tags] = [rows.map((row) => row.task_id), rows.map((row) => row.tag_id)]
    await db
      .deleteFrom('task_tag')
      .where(
        sql<boolean>`(task_tag.task_id, task_tag.tag_id) in (select * from unnest(${tasks}::uuid[], ${tags}::uuid[]))`,
      )
      .execute()
    return
  }
  await db
    .deleteFrom(table)
    .where('id', '=', anyOf(rows.map((row) => String(row.id))))
    .execute()
}

/** Which of these exist. */
export async function findExisting(
  db: UserDatabase,
  table: 'list' | 'task' | 'tag',
  ids: readonly string[],
): Promise<{ id: string }[]> {
  if (ids.length === 0) return []
  return db.selectFrom(table).select('id').where('id', '=', anyOf(ids)).execute()
}

/** The tags that have one of these names, by the key that names are compared by. */
export function findTagsNamed(db: UserDatabase, nameKeys: readonly string[]) {
  return db
    .selectFrom('tag')
    .select(['id', 'name_key'])
    .where('name_key', '=', sql<string>`any(${nameKeys}::text[])`)
    .execute()
}

/** A position in a manual order: for tasks with list and parent, for the others without. */
export type Slot = {
  listId: string | null
  parentId: string | null
  position: string
}

/** The rows that are at one of these positions. */
export function listOccupied(
  db: UserDatabase,
  table: 'list' | 'task' | 'saved_view',
  slots: readonly Slot[],
): Promise<(Slot & { id: string })[]> {
  const positions = sql<string>`any(${slots.map((slot) => slot.position)}::text[])`
  if (table !== 'task')
    return db
      .selectFrom(table)
      .select(['id', 'position', noId.as('listId'), noId.as('parentId')])
      .where('position', '=', positions)
      .execute()
  return db
    .selectFrom('task')
    .select(['id', 'position', 'list_id as listId', 'parent_id as parentId'])
    .where('list_id', '=', anyOf([...new Set(slots.map((slot) => slot.listId ?? ''))]))
    .where('position', '=', positions)
    .execute()
}

/** The next position after this one among the same siblings. */
export async function findNextPosition(
  db: UserDatabase,
  table: 'list' | 'task' | 'saved_view',
  slot: Slot,
): Promise<string | undefined> {
  let query = db
    .selectFrom(table as 'task')
    .select('position')
    .where('position', '>', slot.position)
    .orderBy('position')
    .limit(1)
  if (table === 'task')
    query = query
      .where('list_id', '=', slot.listId)
      .where(sql<boolean>`parent_id is not distinct from ${slot.parentId}::uuid`)
  return (await query.executeTakeFirst())?.position
}

const noId = sql<string | null>`null::uuid`

function columnTypes(table: TrackedTable): Record<string, string> {
  const types = trackedColumns[table]
  return table === 'task' ? { ...types, search_text: 'text' } : types
}

// A task's search words aren't logged, because they follow from its texts.
function withSearchText(table: TrackedTable, rows: readonly LoggedRow[]): readonly LoggedRow[] {
  return table === 'task' ? rows.map((row) => ({ ...row, search_text: wordsOf(row) })) : rows
}

function withNewSearchText(current: LoggedRow, patch: LoggedRow): LoggedRow {
  if (!('title' in patch || 'description' in patch)) return patch
  return { ...patch, search_text: wordsOf({ ...current, ...patch }) }
}

function wordsOf(row: LoggedRow): string {
  return searchText(String(row.title), row.description == null ? null : String(row.description))
}
