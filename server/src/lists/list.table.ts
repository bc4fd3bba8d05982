import type { Generated, GeneratedAlways } from 'kysely'
import type { Color } from '../domain/colors.ts'

export type ListTable = {
  /** Filled in by the user-scoped database. */
  user_id: GeneratedAlways<string>
  id: string
  name: string
  is_inbox: Generated<boolean>
  color: Color | null
  /** One emoji. */
  icon: string | null
  /** A fractional order key, compared byte by byte. */
  position: string
  archived_at: string | null
  deleted_at: string | null
  created_at: Generated<string>
  updated_at: Generated<string>
}
