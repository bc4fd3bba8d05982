/** What jobs look at as the owner of the tables; a person's things they reach as that person alone. */
export interface JobTables {
  auth_user: { id: string }
  /** When each job was last begun. */
  job_claim: { job: string; begun_at: string }
}
