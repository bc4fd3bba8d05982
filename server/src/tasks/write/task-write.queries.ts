import { sql } from 'kysely'
import { anyOf } from '../../db/any-of.ts'
import type { UserDatabase } from '../../db/user-database.ts'
import {
  columnOf,
  contentFields,
  taskFieldNames,
  type ValuesOf,
} from '../../domain/task-fields/field-types.ts'
import { taskFields } from '../../domain/task-fields/task-fields.ts'
import { searchText } from '../../domain/text/search-words.ts'
import { type Task, type TaskContent, taskColumns } from '../task.queries.ts'

const newFields = [
  ...(['id', 'listId', 'parentId', 'position', 'repeatsTaskId'] as const),
  ...contentFields,
]

export type NewTask = ValuesOf<(typeof newFields)[number]>

export type ContentChange = TaskContent & { id: string }

/** The list, parent and position that a task moves to. */
export type TaskMove = Pick<Task, 'id' | 'listId' | 'parentId' | 'position'>

/**
 * Adds tasks in one statement. Their ids, lists and positions must be good; a parent may be among
 * them, in any order. They come back in no order.
 */
export function insertTasks(db: UserDatabase, tasks: readonly NewTask[]): Promise<Task[]> {
  const rows = tasks.map((task) => ({
    ...task,
    searchText: searchText(task.title, task.description),
  }))
  return db
    .insertInto('task')
    .columns([...newFields.map(columnOf), 'search_text'])
    .expression((eb) =>
      eb
        .selectFrom(recordset(rows))
        .select(newFields.map((field) => `rows.${field}` as const))
        .select('rows.searchText'),
    )
    .returning(taskColumns)
    .execute()
}

/** Overwrites what people write of tasks, in one statement. */
export function updateContents(
  db: UserDatabase,
  contents: readonly ContentChange[],
): Promise<Task[]> {
  const rows = contents.map((content) => ({
    ...content,
    searchText: searchText(content.title, content.description),
  }))
  return db
    .updateTable('task')
    .from(recordset(rows))
    .set((eb) => ({
      ...Object.fromEntries(
        contentFields.map((field) => [columnOf(field), eb.ref(`rows.${field}`)]),
      ),
      search_text: eb.ref('rows.searchText'),
      updated_at: now,
    }))
    .where(isOneOf(contents))
    .whereRef('task.id', '=', 'rows.id')
    .returning(taskColumns)
    .execute()
}

/** Moves tasks in one statement; their subtasks follow to another list automatically. */
export async function applyMoves(db: UserDatabase, moves: readonly TaskMove[]): Promise<void> {
  await db
    .updateTable('task')
    .from(recordset(moves))
    .set((eb) => ({
      list_id: eb.ref('rows.listId'),
      parent_id: eb.ref('rows.parentId'),
      position: eb.ref('rows.position'),
      updated_at: now,
    }))
    .where(isOneOf(moves))
    .whereRef('task.id', '=', 'rows.id')
    .execute()
}

/** Spreads siblings again. They don't count as changed, because nobody moved them. */
export async function updatePositions(
  db: UserDatabase,
  positions: readonly Pick<Task, 'id' | 'position'>[],
): Promise<void> {
  await db
    .updateTable('task')
    .from(recordset(positions))
    .set((eb) => ({ position: eb.ref('rows.position') }))
    .where(isOneOf(positions))
    .whereRef('task.id', '=', 'rows.id')
    .execute()
}

/** Completes or opens tasks, and returns them in no order. */
export function setTasksCompleted(
  db: UserDatabase,
  ids: readonly string[],
  completed: boolean,
): Promise<Task[]> {
  return db
    .updateTable('task')
    .set({ completed_at: completed ? now : null, updated_at: now })
    .where('task.id', '=', anyOf(ids))
    .returning(taskColumns)
    .execute()
}

/** Puts tasks into the trash, each with the id of the task it was deleted with, or without. */
export async function trashTasks(
  db: UserDatabase,
  tasks: readonly Pick<Task, 'id' | 'trashedWith'>[],
): Promise<void> {
  await db
    .updateTable('task')
    .from(recordset(tasks))
    .set((eb) => ({ deleted_at: now, trashed_with: eb.ref('rows.trashedWith'), updated_at: now }))
    .where(isOneOf(tasks))
    .whereRef('task.id', '=', 'rows.id')
    .execute()
}

/** Restores tasks from the trash. */
export async function untrashTasks(db: UserDatabase, ids: readonly string[]): Promise<void> {
  await db
    .updateTable('task')
    .set({ deleted_at: null, trashed_with: null, updated_at: now })
    .where('task.id', '=', anyOf(ids))
    .execute()
}

/** Deletes their rows, and those of everything under them. Undo brings them back, unless the log says not to. */
export async function deleteTaskRows(db: UserDatabase, ids: readonly string[]): Promise<void> {
  await db.deleteFrom('task').where('task.id', '=', anyOf(ids)).execute()
}

/** Ends the repeats of tasks, and their links to the tasks they repeat. */
export async function endRepeats(db: UserDatabase, ids: readonly string[]): Promise<void> {
  await db
    .updateTable('task')
    .set({
      recurrence_rule: null,
      recurrence_basis: null,
      recurrence_start: null,
      recurrence_on: null,
      repeats_task_id: null,
    })
    .where('task.id', '=', anyOf(ids))
    .execute()
}

const now = sql<string>`now()`

/**
 * Said beside the join: without it, PostgreSQL may read all of a person's tasks to join them, because it
 * doesn't know how many that are.
 */
function isOneOf(rows: readonly { id: string }[]) {
  return sql<boolean>`task.id = ${anyOf(rows.map(({ id }) => id))}`
}

type WrittenTask = Task & { searchText: string }

const rowTypes = sql.join([
  ...taskFieldNames.map((field) => sql`${sql.ref(field)} ${sql.raw(taskFields[field].type)}`),
  sql`"searchText" text`,
])

// One parameter for any number of rows, so that the statement's text is always the same.
function recordset(rows: readonly Partial<WrittenTask>[]) {
  return sql<WrittenTask>`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)`.as<'rows'>(
    sql`rows (${rowTypes})`,
  )
}
