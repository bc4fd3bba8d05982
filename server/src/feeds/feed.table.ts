import type { Generated, GeneratedAlways } from 'kysely'

export type FeedTable = {
  /** Filled in by the user-scoped database. */
  user_id: GeneratedAlways<string>
  id: string
  name: string
  /** The saved view that it shows; null: everything with a day. The view may be gone, and come back by undo. */
  view_id: string | null
  /** SHA-256 of the secret of its address; written once, and looked up before the person is known. */
  secret_hash: Uint8Array
  last_read_at: string | null
  /** Revoked ones stay for an hour, so that the mails about new ones can be counted. */
  revoked_at: string | null
  created_at: Generated<string>
}
