import type { GeneratedAlways } from 'kysely'

export type ChangeOperation = 'insert' | 'update' | 'delete'

/** The tables whose changes are logged. */
export type TrackedTable = 'list' | 'task' | 'tag' | 'task_tag' | 'saved_view'

/** The tables whose rows are objects of their own; a tag on a task is part of the task. */
export type Entity = Exclude<TrackedTable, 'task_tag'>

/** Only triggers write it. */
export type ChangeTable = {
  user_id: GeneratedAlways<string>
  seq: GeneratedAlways<number>
  mutation_id: GeneratedAlways<string>
  entity: GeneratedAlways<TrackedTable>
  /** The row's id; of a `task_tag`, the task's. */
  entity_id: GeneratedAlways<string>
  operation: GeneratedAlways<ChangeOperation>
  /** The row without `user_id` and `search_text`, in snake_case. */
  before: GeneratedAlways<Record<string, unknown> | null>
  after: GeneratedAlways<Record<string, unknown> | null>
  /** `session:<id>`, `token:<id>` or `system`. */
  actor: GeneratedAlways<string>
  at: GeneratedAlways<string>
  /** Whether it was deleted from the trash, or changed along with that: no undo brings it back. */
  for_good: GeneratedAlways<boolean>
}

export type ChangeCounterTable = {
  user_id: GeneratedAlways<string>
  last_seq: GeneratedAlways<number>
  /** Everything up to here has been cleared from the log. */
  pruned_seq: GeneratedAlways<number>
}
