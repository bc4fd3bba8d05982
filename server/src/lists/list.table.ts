import type { Generated, GeneratedAlways, Selectable } from 'kysely'

export interface ListTable {
  /** Filled in by the user-scoped database. */
  user_id: GeneratedAlways<string>
  id: string
  name: string
  is_inbox: Generated<boolean>
  created_at: GeneratedAlways<string>
  updated_at: Generated<string>
}

export type ListRow = Selectable<ListTable>
