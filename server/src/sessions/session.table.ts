import type { GeneratedAlways } from 'kysely'

/** The columns of Better Auth's sessions that the person's own requests may read; never the token. */
export type SessionTable = {
  user_id: GeneratedAlways<string>
  id: GeneratedAlways<string>
  user_agent: GeneratedAlways<string | null>
  ip_address: GeneratedAlways<string | null>
  created_at: GeneratedAlways<string>
  last_used_at: string
  expires_at: GeneratedAlways<string>
}
