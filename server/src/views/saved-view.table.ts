import type { Generated, GeneratedAlways } from 'kysely'
import type { Grouping } from '../domain/grouping.ts'

export type SavedViewTable = {
  /** Filled in by the user-scoped database. */
  user_id: GeneratedAlways<string>
  id: string
  name: string
  /** One emoji. */
  icon: string | null
  /** A `TaskFilter` as JSON, as a variable would hold it. */
  filter: unknown
  /** A list of `TaskOrder` as JSON, likewise. */
  order_by: unknown
  group_by: Grouping | null
  /** A fractional order key, compared byte by byte. */
  position: string
  created_at: Generated<string>
  updated_at: Generated<string>
}
