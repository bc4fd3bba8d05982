import type { Generated, GeneratedAlways } from 'kysely'

/** How a view's tasks are put together under headings. */
export type Grouping = 'NONE' | 'LIST' | 'DUE_DAY' | 'PRIORITY' | 'TAG'

export interface SavedViewTable {
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
