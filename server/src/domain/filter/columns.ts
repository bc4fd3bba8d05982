import { type ColumnOf, type TaskField, taskFieldNames } from '../task-fields/field-types.ts'
import { taskFields } from '../task-fields/task-fields.ts'

// Each of them may be compared, but none is a field of a task.
const otherTypes = {
  /** The start, else the due day: the database makes it itself. */
  'task.planned_on': 'date',
  'list.id': 'uuid',
  'list.name': 'text',
  'list.is_inbox': 'boolean',
  'list.archived_at': 'timestamptz',
  'list.deleted_at': 'timestamptz',
  /** The column that links a tag to its task. */
  'task_tag.tag_id': 'uuid',
  'tag.name': 'text',
} as const

/** What filters compare besides a task's fields: what follows from them, and its list and tags. */
export type OtherColumn = keyof typeof otherTypes
/** What filters compare: the table and its column. */
export type Column = `task.${ColumnOf<TaskField>}` | OtherColumn

const fields = new Map<Column, TaskField>(
  taskFieldNames.map((field) => [`task.${taskFields[field].column}`, field]),
)

/** The field of a task that a column holds; undefined for any other column. */
export function fieldOf(column: Column): TaskField | undefined {
  return fields.get(column)
}

/** PostgreSQL's name of its type. */
export function columnType(column: Column): string {
  const field = fieldOf(column)
  return field ? taskFields[field].type : otherTypes[column as OtherColumn]
}

/** Whether a row may have null in it. */
export function mayBeMissing(column: Column): boolean {
  const field = fieldOf(column)
  return field ? 'nullable' in taskFields[field] : column === 'task.planned_on'
}
