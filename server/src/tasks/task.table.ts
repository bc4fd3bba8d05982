import type { Generated, GeneratedAlways } from 'kysely'
import type { ColumnOf, FieldsWith, TaskField, ValueOf } from '../domain/task-fields/field-types.ts'

type FieldColumns = {
  [Field in TaskField as ColumnOf<Field>]: Field extends FieldsWith<{ hasDefault: true }>
    ? Generated<ValueOf<Field>>
    : ValueOf<Field>
}

export interface TaskTable extends FieldColumns {
  /** Filled in by the user-scoped database. */
  user_id: GeneratedAlways<string>
  /** What `searchText` makes of title and description; the words table follows it by trigger. */
  search_text: string
}

export type TaskWordTable = {
  user_id: GeneratedAlways<string>
  word: string
  task_id: string
  /** 2 in the title, 1 in the description. */
  weight: number
}
