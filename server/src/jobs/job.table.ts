/** What jobs look at as the owner of the tables; a person's things they reach as that person alone. */
export interface JobTables {
  auth_user: { id: string }
  /** The web app's: what was tried lately, and when that stops counting. */
  attempt_limit: { key: string; full_at: string }
  /** When each job was last begun. */
  job_claim: { job: string; begun_at: string }
}
