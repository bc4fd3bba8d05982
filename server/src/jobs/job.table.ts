import type { Generated } from 'kysely'

/** The tables that jobs use as their owner; jobs access a person's data only as that person. */
export type JobTables = {
  auth_user: { id: string; email: string; time_zone: string }
  access_token: {
    user_id: string
    id: string
    name: string
    created_at: string
    expires_at: Date | null
    revoked_at: string | null
  }
  /** Who was notified that which token ends. */
  auth_token_notice: { user_id: string; token_id: string; told_at: Generated<string> }
  /** The web app's: recent attempts, and when they stop counting. */
  attempt_limit: { key: string; full_at: string }
  /** When each job was last started. */
  job_claim: { job: string; begun_at: string }
}
