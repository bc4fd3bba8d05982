import { type ColumnOf, type TaskField, taskFieldNames } from '../task-fields/field-types.ts'
import { taskFields } from '../task-fields/task-fields.ts'

const relatedTypes = {
  'list.id': 'uuid',
  'list.name': 'text',
  'list.is_inbox': 'boolean',
  'list.archived_at': 'timestamptz',
  'list.deleted_at': 'timestamptz',
  /** The column that links a tag to its task. */
  'task_tag.tag_id': 'uuid',
  'tag.name': 'text',
} as const

/** What filters compare of a task's list and tags. */
export type RelatedColumn = keyof typeof relatedTypes
/** What filters compare: the table and its column. */
export type Column = `task.${ColumnOf<TaskField>}` | RelatedColumn

const fields = new Map<Column, TaskField>(
  taskFieldNames.map((field) => [`task.${taskFields[field].column}`, field]),
)

/** The field of a task that a column holds; undefined for one of its list or tags. */
export function fieldOf(column: Column): TaskField | undefined {
  return fields.get(column)
}

/** PostgreSQL's name of its type. */
export function columnType(column: Column): string {
  const field = fieldOf(column)
  return field ? taskFields[field].type : relatedTypes[column as RelatedColumn]
}

/** Whether a row may have null in it. */
export function mayBeMissing(column: Column): boolean {
  const field = fieldOf(column)
  return field !== undefined && 'nullable' in taskFields[field]
}
