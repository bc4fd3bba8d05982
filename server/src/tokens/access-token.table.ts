import type { Generated, GeneratedAlways } from 'kysely'

export type AccessTokenTable = {
  /** Filled in by the user-scoped database. */
  user_id: GeneratedAlways<string>
  id: string
  name: string
  scopes: string[]
  /** SHA-256 of the token; written once, and for authentication alone to look up. */
  token_hash: Uint8Array
  /** Null: it never expires. */
  expires_at: string | null
  last_used_at: string | null
  /** Revoked ones stay for a while, so that a task's history can still name them. */
  revoked_at: string | null
  created_at: Generated<string>
}
