import type { Generated, GeneratedAlways } from 'kysely'
import type { Color } from '../domain/colors.ts'

export type TagTable = {
  /** Filled in by the user-scoped database. */
  user_id: GeneratedAlways<string>
  id: string
  name: string
  /** The name without case, in which it is unique. */
  name_key: string
  color: Color | null
  created_at: Generated<string>
  updated_at: Generated<string>
}

export type TaskTagTable = {
  user_id: GeneratedAlways<string>
  task_id: string
  tag_id: string
}
