import { sql } from 'kysely'
import { anyOf } from '../db/any-of.ts'
import type { UserDatabase } from '../db/user-database.ts'
import { withDueAt } from '../domain/dates/task-dates.ts'
import {
  columnOf,
  type FiledField,
  filedFields,
  type RecurrenceField,
  type TaskField,
  taskFieldNames,
  type ValuesOf,
} from '../domain/task-fields/field-types.ts'
import { taskFields } from '../domain/task-fields/task-fields.ts'
import { searchText } from '../domain/text/search-words.ts'
import { tagNameKey } from '../domain/text/tag-name.ts'
import type { ListEntry, TagEntry, TaskEntry, ViewEntry } from './transfer-format.ts'

/** The state of the rows of an account that a file might name. */
export type AccountTask = {
  id: string
  listId: string
  deletedAt: string | null
  completedAt: string | null
}

export function listAccountLists(db: UserDatabase) {
  return db
    .selectFrom('list')
    .select(['id', 'is_inbox as isInbox', 'position', 'deleted_at as deletedAt'])
    .execute()
}

export function listAccountTags(db: UserDatabase) {
  return db.selectFrom('tag').select(['id', 'name_key as nameKey']).execute()
}

export function listAccountViews(db: UserDatabase) {
  return db.selectFrom('saved_view').select(['id', 'position']).execute()
}

/** Whether the account is unused: it has only the inbox, as it was created. */
export async function isUntouched(db: UserDatabase): Promise<boolean> {
  const lists = await db.selectFrom('list').select(['created_at', 'updated_at']).limit(2).execute()
  if (lists.length > 1 || lists[0]?.created_at !== lists[0]?.updated_at) return false
  for (const table of ['task', 'tag', 'saved_view'] as const)
    if ((await db.selectFrom(table).select('id').limit(1).execute()).length > 0) return false
  return true
}

export function findAccountTasks(db: UserDatabase, ids: readonly string[]): Promise<AccountTask[]> {
  return db
    .selectFrom('task')
    .select(['id', 'list_id as listId'])
    .select(['deleted_at as deletedAt', 'completed_at as completedAt'])
    .where('id', '=', anyOf(ids))
    .execute()
}

export type TrashedTask = {
  id: string
  parentId: string | null
}

/** Those of the tasks that are in the trash. */
export function findTrashedTasks(db: UserDatabase, ids: readonly string[]): Promise<TrashedTask[]> {
  return db
    .selectFrom('task')
    .select(['id', 'parent_id as parentId'])
    .where('id', '=', anyOf(ids))
    .where('deleted_at', 'is not', null)
    .execute()
}

/** Those of the tasks that have a next occurrence in the account. */
export async function findRepeated(db: UserDatabase, ids: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('task')
    .select('repeats_task_id as id')
    .where('repeats_task_id', '=', anyOf(ids))
    .execute()
  return rows.flatMap(({ id }) => id ?? [])
}

/** Turns the account's unused inbox into the file's inbox. */
export async function adoptInbox(db: UserDatabase, list: ListEntry): Promise<void> {
  await db
    .updateTable('list')
    .set({
      name: list.name,
      color: list.color ?? null,
      icon: list.icon ?? null,
      position: list.position,
      created_at: list.createdAt,
      updated_at: list.updatedAt,
    })
    .where('is_inbox', '=', true)
    .execute()
}

export async function insertLists(db: UserDatabase, lists: readonly ListEntry[]): Promise<void> {
  const rows = lists.map((list) => ({
    id: list.id,
    name: list.name,
    color: list.color ?? null,
    icon: list.icon ?? null,
    position: list.position,
    archived_at: list.archivedAt ?? null,
    deleted_at: list.deletedAt ?? null,
    created_at: list.createdAt,
    updated_at: list.updatedAt,
  }))
  if (rows.length > 0) await db.insertInto('list').values(rows).execute()
}

export async function insertTags(db: UserDatabase, tags: readonly TagEntry[]): Promise<void> {
  const rows = tags.map((tag) => ({
    id: tag.id,
    name: tag.name,
    name_key: tagNameKey(tag.name),
    color: tag.color ?? null,
    created_at: tag.createdAt,
    updated_at: tag.updatedAt,
  }))
  if (rows.length > 0) await db.insertInto('tag').values(rows).execute()
}

export async function insertViews(db: UserDatabase, views: readonly ViewEntry[]): Promise<void> {
  const rows = views.map((view) => ({
    id: view.id,
    name: view.name,
    icon: view.icon ?? null,
    filter: JSON.stringify(view.filter),
    order_by: JSON.stringify(view.orderBy),
    group_by: view.groupBy,
    position: view.position,
    created_at: view.createdAt,
    updated_at: view.updatedAt,
  }))
  if (rows.length > 0) await db.insertInto('saved_view').values(rows).execute()
}

/** Adds tasks in one statement, without the task that each repeats, which may be added later. */
export async function insertTasks(db: UserDatabase, tasks: readonly TaskEntry[]): Promise<void> {
  const rows = JSON.stringify(tasks.map(toRow))
  await db
    .insertInto('task')
    .columns(importedColumns)
    .expression((eb) =>
      eb
        .selectFrom(
          sql<Record<string, never>>`jsonb_to_recordset(${rows}::jsonb)`.as<'file'>(
            sql`file(${importedTypes})`,
          ),
        )
        .select(importedColumns.map((name) => `file.${name}` as const)),
    )
    .execute()
}

/** Links next occurrences to the tasks that they repeat. */
export async function setRepeats(
  db: UserDatabase,
  repeats: readonly { id: string; repeatsTaskId: string }[],
): Promise<void> {
  const ids = repeats.map(({ id }) => id)
  const repeated = repeats.map(({ repeatsTaskId }) => repeatsTaskId)
  await db
    .updateTable('task')
    .from(
      sql<{ id: string; repeated: string }>`unnest(${ids}::uuid[], ${repeated}::uuid[])`.as<'tie'>(
        sql`tie(id, repeated)`,
      ),
    )
    .set((eb) => ({ repeats_task_id: eb.ref('tie.repeated') }))
    .whereRef('task.id', '=', 'tie.id')
    .execute()
}

/** All fields except the task that it repeats. */
const importedFields = taskFieldNames.filter((field) => field !== 'repeatsTaskId')
const importedColumns = [...importedFields.map(columnOf), 'search_text'] as const
const importedTypes = sql.join([
  ...importedFields.map(
    (field) => sql`${sql.ref(columnOf(field))} ${sql.raw(taskFields[field].type)}`,
  ),
  sql`search_text text`,
])

function toRow(task: TaskEntry): object {
  const filed = Object.fromEntries(
    filedFields.map((field) => [field, readField(task, field) ?? null]),
  ) as ValuesOf<FiledField>
  const values: ValuesOf<TaskField> = { ...filed, ...withDueAt(filed) }
  return {
    ...Object.fromEntries(importedFields.map((field) => [columnOf(field), values[field]])),
    search_text: searchText(values.title, values.description),
  }
}

function readField(task: TaskEntry, field: FiledField): unknown {
  const described = taskFields[field]
  if ('recurrencePart' in described) return task.recurrence?.[described.recurrencePart]
  return task[field as Exclude<FiledField, RecurrenceField>]
}
