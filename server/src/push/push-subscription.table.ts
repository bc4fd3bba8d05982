import type { Generated, GeneratedAlways } from 'kysely'

export type PushSubscriptionTable = {
  /** Filled in by the user-scoped database. */
  user_id: GeneratedAlways<string>
  id: string
  /** Whose end is its end. */
  session_id: string
  endpoint: string
  /** The browser's public key and secret (RFC 8291). */
  p256dh: Uint8Array
  auth: Uint8Array
  /** When its person ended it, perhaps on another device: the browser must not renew it then. */
  ended_at: string | null
  created_at: Generated<string>
}
