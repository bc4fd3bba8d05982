import type { Kysely } from 'kysely'
import type { UserDatabases } from '../db/user-database.ts'
import type { Logger } from '../logger.ts'
import type { Mailer } from '../mail/mailer.ts'
import type { JobTables } from './job.table.ts'

/** What jobs work with. They access a person's data only as that person, by `databases`. */
export type JobContext = {
  databases: UserDatabases
  owner: Kysely<JobTables>
  mailer: Mailer
  /** Where people open the app, without a slash at the end. */
  webUrl: string
  logger: Logger
  now: Date
  /** Aborted when the process stops: nothing further is started then. */
  signal: AbortSignal
}

/** Work that is repeated at intervals, by one process at a time. */
export type Job = {
  /** The name under which its runs are claimed. */
  name: string
  everyHours: number
  /** @returns how much was done, by kind, for the log */
  run(context: JobContext): Promise<Readonly<Record<string, number>>>
}
