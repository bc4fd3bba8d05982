import type { Generated, GeneratedAlways } from 'kysely'

export type IdempotencyKeyTable = {
  /** Filled in by the user-scoped database. */
  user_id: GeneratedAlways<string>
  key: string
  /** A hash of the mutation and its variables. */
  fingerprint: string
  result: unknown
  created_at: Generated<string>
}
