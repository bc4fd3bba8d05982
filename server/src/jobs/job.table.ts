import type { Generated } from 'kysely'

/** What jobs look at as the owner of the tables; a person's things they reach as that person alone. */
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
  /** Whom was told that which token ends. */
  auth_token_notice: { user_id: string; token_id: string; told_at: Generated<string> }
  /** The web app's: what was tried lately, and when that stops counting. */
  attempt_limit: { key: string; full_at: string }
  /** When each job was last begun. */
  job_claim: { job: string; begun_at: string }
}
