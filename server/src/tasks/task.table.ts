import type { Generated, GeneratedAlways, Selectable } from 'kysely'

export interface TaskTable {
  /** Filled in by the user-scoped database. */
  user_id: GeneratedAlways<string>
  id: string
  list_id: string
  title: string
  description: string | null
  completed_at: string | null
  created_at: Generated<string>
  updated_at: Generated<string>
  deleted_at: string | null
}

export type TaskRow = Selectable<TaskTable>
