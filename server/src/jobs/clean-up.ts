import { randomUUIDv7 } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { UserDatabase, UserDatabases } from '../db/user-database.ts'
import type { Logger } from '../logger.ts'
import {
  deleteOldAccessTokens,
  deleteOldAttempts,
  deleteOldIdempotencyKeys,
  deleteOldListsInTrash,
  deleteOldTasksInTrash,
  hasAnythingOld,
  pruneLog,
} from './clean-up.queries.ts'
import type { JobTables } from './job.table.ts'

export interface CleanUpOptions {
  databases: UserDatabases
  owner: Kysely<JobTables>
  logger: Logger
  now?: Date
  signal?: AbortSignal
}

export interface CleanedUp {
  tasks: number
  lists: number
  logEntries: number
  idempotencyKeys: number
  accessTokens: number
  attempts: number
}

const PEOPLE_AT_ONCE = 500
const ROWS_AT_ONCE = 500

/**
 * Deletes for good what has been in the trash for 30 days, log entries of 90 days, access tokens that
 * were revoked 90 days ago and idempotency keys of 24 hours. Person by person, each with that person's
 * own rights and in small transactions; what fails for one is logged and tried again the next time. At
 * the end the counters of attempts that count no more.
 */
export async function cleanUp(options: CleanUpOptions): Promise<CleanedUp> {
  const { owner, logger, now = new Date(), signal } = options
  const total: CleanedUp = {
    tasks: 0,
    lists: 0,
    logEntries: 0,
    idempotencyKeys: 0,
    accessTokens: 0,
    attempts: 0,
  }
  for (let after = ''; !signal?.aborted; ) {
    const people = await listPeople(owner, after)
    for (const userId of people) {
      if (signal?.aborted) break
      try {
        await cleanUpPerson(userId, options, total)
      } catch (error) {
        logger.warn({ err: error, userId }, 'cleaning up for one person failed')
      }
    }
    const last = people.at(-1)
    if (last === undefined) break
    after = last
  }
  for (let count = ROWS_AT_ONCE; count === ROWS_AT_ONCE && !signal?.aborted; ) {
    count = await deleteOldAttempts(owner, now, ROWS_AT_ONCE)
    total.attempts += count
  }
  return total
}

async function cleanUpPerson(
  userId: string,
  { databases, now = new Date(), signal }: CleanUpOptions,
  total: CleanedUp,
): Promise<void> {
  if (!(await databases.asUser(userId, (db) => hasAnythingOld(db, now)))) return
  // Tasks first: a list then takes few along with it, and no transaction grows long.
  const steps = [
    ['tasks', (db: UserDatabase) => deleteOldTasksInTrash(db, now, ROWS_AT_ONCE)],
    ['lists', (db: UserDatabase) => deleteOldListsInTrash(db, now, ROWS_AT_ONCE)],
    ['idempotencyKeys', (db: UserDatabase) => deleteOldIdempotencyKeys(db, now, ROWS_AT_ONCE)],
    ['accessTokens', (db: UserDatabase) => deleteOldAccessTokens(db, now, ROWS_AT_ONCE)],
    ['logEntries', (db: UserDatabase) => pruneLog(db, ROWS_AT_ONCE)],
  ] as const
  for (const [kind, step] of steps) {
    let count = ROWS_AT_ONCE
    while (count === ROWS_AT_ONCE && !signal?.aborted) {
      const mutation = { id: randomUUIDv7(), actor: 'system' }
      count = await databases.mutateAsUser(userId, mutation, step)
      total[kind] += count
    }
  }
}

async function listPeople(owner: Kysely<JobTables>, after: string): Promise<string[]> {
  const rows = await owner
    .selectFrom('auth_user')
    .select('id')
    .where('id', '>', after)
    .orderBy('id')
    .limit(PEOPLE_AT_ONCE)
    .execute()
  return rows.map((row) => row.id)
}
