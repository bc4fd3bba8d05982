import { type NotNull, sql } from 'kysely'
import { anyOf } from '../db/any-of.ts'
import type { UserDatabase } from '../db/user-database.ts'
import {
  type ColumnOf,
  columnOf,
  type FiledField,
  filedFields,
} from '../domain/task-fields/field-types.ts'

/** Rows read at once, which an export has in memory: 10 million characters if all notes are full. */
const chunk = 200

const made = ['created_at as createdAt', 'updated_at as updatedAt'] as const

export function listAllLists(db: UserDatabase) {
  return db
    .selectFrom('list')
    .select(['id', 'name', 'is_inbox as isInbox', 'color', 'icon', 'position'])
    .select(['archived_at as archivedAt', 'deleted_at as deletedAt', ...made])
    .orderBy('position')
    .execute()
}

export function listAllTags(db: UserDatabase) {
  return db
    .selectFrom('tag')
    .select(['id', 'name', 'color', ...made])
    .orderBy('id')
    .execute()
}

export function listAllViews(db: UserDatabase) {
  return db
    .selectFrom('saved_view')
    .select(['id', 'name', 'icon', 'filter', 'order_by as orderBy', 'position', ...made])
    .select((eb) => eb.fn.coalesce('group_by', sql.lit('NONE' as const)).as('groupBy'))
    .orderBy('position')
    .execute()
}

export async function countAllTasks(
  db: UserDatabase,
  { withTrash }: { withTrash: boolean } = { withTrash: true },
): Promise<number> {
  let query = db.selectFrom('task').select((eb) => eb.fn.countAll<number>().as('count'))
  if (!withTrash) query = query.where('deleted_at', 'is', null)
  const { count } = await query.executeTakeFirstOrThrow()
  return count
}

/** Every task, by id, a few hundred at a time, including those in the trash. */
export async function* walkAllTasks(db: UserDatabase): AsyncGenerator<ExportedTask[]> {
  let last: string | undefined
  for (;;) {
    const tasks = await readTasks(db, last)
    if (tasks.length > 0) yield await withTags(db, tasks)
    if (tasks.length < chunk) return
    last = tasks.at(-1)?.id
  }
}

/** On which days tasks outside the trash have a time, in which zones, and whether they repeat from there. */
export function listTimedDays(db: UserDatabase) {
  return db
    .selectFrom('task')
    .select(['due_time_zone as timeZone', 'start_on as startOn', 'due_on as dueOn'])
    .select((eb) => eb('recurrence_rule', 'is not', null).$castTo<boolean>().as('repeats'))
    .distinct()
    .where('due_time_zone', 'is not', null)
    .$narrowType<{ timeZone: NotNull }>()
    .where('deleted_at', 'is', null)
    .execute()
}

/** Where each task outside the trash is. */
export function listTaskPlaces(db: UserDatabase) {
  return db
    .selectFrom('task')
    .select(['id', 'list_id as listId', 'parent_id as parentId', 'position'])
    .where('deleted_at', 'is', null)
    .execute()
}

/** Those of them that are there, by id. */
export async function readTasksById(
  db: UserDatabase,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ExportedTask>> {
  const tasks = await db
    .selectFrom('task')
    .select(filedColumns)
    .where('id', '=', anyOf(ids))
    .execute()
  return new Map((await withTags(db, tasks)).map((task) => [task.id, task]))
}

type FiledSelection = { [Field in FiledField]: `${ColumnOf<Field>} as ${Field}` }[FiledField]

const filedColumns = filedFields.map((field) => `${columnOf(field)} as ${field}` as FiledSelection)

type TaskRow = Awaited<ReturnType<typeof readTasks>>[number]
export type ExportedTask = TaskRow & { tagIds: string[] }

function readTasks(db: UserDatabase, after: string | undefined) {
  let query = db.selectFrom('task').select(filedColumns).orderBy('id').limit(chunk)
  if (after !== undefined) query = query.where('id', '>', after)
  return query.execute()
}

async function withTags(db: UserDatabase, tasks: readonly TaskRow[]): Promise<ExportedTask[]> {
  const rows = await db
    .selectFrom('task_tag')
    .select(['task_id as taskId', 'tag_id as tagId'])
    .where('task_id', '=', anyOf(tasks.map(({ id }) => id)))
    .orderBy('tag_id')
    .execute()
  const tags = Map.groupBy(rows, ({ taskId }) => taskId)
  return tasks.map((task) => ({
    ...task,
    tagIds: (tags.get(task.id) ?? []).map(({ tagId }) => tagId),
  }))
}
