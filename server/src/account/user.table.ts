import type { GeneratedAlways } from 'kysely'

/** The columns of Better Auth's user that the person's own requests may read. */
export interface UserTable {
  id: GeneratedAlways<string>
  name: GeneratedAlways<string>
  email: GeneratedAlways<string>
  image: GeneratedAlways<string | null>
  time_zone: string
  created_at: GeneratedAlways<string>
}
