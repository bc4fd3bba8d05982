import {
  columnOf,
  type FieldsWith,
  type TaskField,
  taskFieldNames,
} from '../domain/task-fields/field-types.ts'
import { taskFields } from '../domain/task-fields/task-fields.ts'
import type { ListTable } from '../lists/list.table.ts'
import type { TagTable, TaskTagTable } from '../tags/tag.table.ts'
import type { TaskTable } from '../tasks/task.table.ts'
import type { SavedViewTable } from '../views/saved-view.table.ts'
import type { LoggedRow } from './change.queries.ts'
import type { TrackedTable } from './change.table.ts'

type ColumnTypes<Table> = Readonly<Record<Exclude<keyof Table, 'user_id' | 'search_text'>, string>>

const list: ColumnTypes<ListTable> = {
  id: 'uuid',
  name: 'text',
  is_inbox: 'boolean',
  color: 'text',
  icon: 'text',
  position: 'text',
  archived_at: 'timestamptz',
  deleted_at: 'timestamptz',
  created_at: 'timestamptz',
  updated_at: 'timestamptz',
}

const task = Object.fromEntries(
  Object.values(taskFields).map(({ column, type }) => [column, type]),
) as ColumnTypes<TaskTable>

const tag: ColumnTypes<TagTable> = {
  id: 'uuid',
  name: 'text',
  name_key: 'text',
  color: 'text',
  created_at: 'timestamptz',
  updated_at: 'timestamptz',
}

const taskTag: ColumnTypes<TaskTagTable> = { task_id: 'uuid', tag_id: 'uuid' }

const savedView: ColumnTypes<SavedViewTable> = {
  id: 'uuid',
  name: 'text',
  icon: 'text',
  filter: 'jsonb',
  order_by: 'jsonb',
  group_by: 'text',
  position: 'text',
  created_at: 'timestamptz',
  updated_at: 'timestamptz',
}

/** The columns of each logged table, with their types; the compiler makes sure that none is missing. */
export const trackedColumns: Readonly<Record<TrackedTable, Readonly<Record<string, string>>>> = {
  list,
  task,
  tag,
  task_tag: taskTag,
  saved_view: savedView,
}

/**
 * The time of a row's last change isn't part of its state: undo is itself a change. Neither is the key by which
 * tags are compared: it is derived from the name, and differently since 0027-tag-keys.
 */
export const bookkeeping: ReadonlySet<string> = new Set(['updated_at', 'name_key'])

/** Columns that only make sense together, so undo restores all of them or none. */
const groups: readonly (readonly string[])[] = [
  ...Map.groupBy(taskFieldNames.filter(isGrouped), (field) => taskFields[field].group)
    .values()
    .map((fields) => fields.map(columnOf)),
  ['name', 'name_key'],
]

/** The columns that are undone together with this one, including itself. */
export function groupOf(table: TrackedTable, column: string): readonly string[] {
  const group = groups.find((columns) => columns.includes(column)) ?? [column]
  return group.filter((member) => member in trackedColumns[table])
}

/** The key of one row of one table. */
export function rowKey(table: TrackedTable, row: LoggedRow): string {
  return table === 'task_tag' ? `${table}:${row.task_id}:${row.tag_id}` : `${table}:${row.id}`
}

/** The path of a column in errors: `['task', id, 'dueOn']`. */
export function pathOf(table: TrackedTable, row: LoggedRow, column?: string): string[] {
  if (table === 'task_tag') return ['task', String(row.task_id), 'tags']
  return [camelCase(table), String(row.id), ...(column ? [camelCase(column)] : [])]
}

/** `due_on` → `dueOn`, as the API names it. */
export function camelCase(name: string): string {
  return name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}

function isGrouped(field: TaskField): field is FieldsWith<{ group: string }> {
  return 'group' in taskFields[field]
}
