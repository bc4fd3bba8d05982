import type { Generated, GeneratedAlways } from 'kysely'
import type { ChangeOperation, TrackedTable } from '../changes/change.table.ts'

/** Why nothing is sent to one. */
export type StopReason = 'by owner' | 'gone' | 'failing' | 'secret lost'

export type WebhookTable = {
  /** Filled in by the user-scoped database. */
  user_id: GeneratedAlways<string>
  id: string
  url: string
  description: string
  /** What its events are about; null: everything. */
  entities: TrackedTable[] | null
  operations: ChangeOperation[] | null
  /** Encrypted by the API. */
  secret: Uint8Array
  /** Signs beside it until then. */
  previous_secret: Uint8Array | null
  previous_until: string | null
  /** Everything up to here was sent, or didn't have to be. */
  after_seq: number
  stop_reason: StopReason | null
  stopped_at: string | null
  /** How often the event that comes next has failed in a row, and since when none has arrived. */
  failures: Generated<number>
  failing_since: string | null
  last_success_at: string | null
  last_failure_at: string | null
  last_failure: string | null
  /** Deleted ones stay for an hour, so that the mails about new ones can be counted. */
  revoked_at: string | null
  created_at: Generated<string>
}
