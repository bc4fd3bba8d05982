import type { Generated, GeneratedAlways } from 'kysely'

/** Once that something was sent to a webhook, or could not be. */
export type WebhookAttemptTable = {
  /** Filled in by the user-scoped database. */
  user_id: GeneratedAlways<string>
  webhook_id: string
  /** A UUID of version 7, so that they are in order. */
  id: string
  event_id: string
  /** Where the log is right before the event. */
  after_seq: number
  is_test: boolean
  /** Whether somebody asked for this one. */
  by_hand: boolean
  at: Generated<string>
  duration_ms: number
  /** Of the answer; null without one. */
  status: number | null
  /** Why it failed; null when it arrived. */
  problem: string | null
  /** How the answer begins, of one that failed. */
  answer: string | null
}
