import { randomUUIDv7 } from 'node:crypto'
import type { UserDatabase } from '../../db/user-database.ts'
import { forEachPerson } from '../each-person.ts'
import type { Job, JobContext } from '../job.ts'
import {
  deleteOldAccessTokens,
  deleteOldAttempts,
  deleteOldDeliveries,
  deleteOldIdempotencyKeys,
  deleteOldListsInTrash,
  deleteOldReceipts,
  deleteOldTasksInTrash,
  hasAnythingOld,
  pruneLog,
} from './clean-up.queries.ts'

export const cleanUpJob: Job = { name: 'clean-up', everyHours: 6, run: cleanUp }

type CleanUpContext = Pick<JobContext, 'databases' | 'owner' | 'logger' | 'now'> &
  Partial<Pick<JobContext, 'signal'>>

const rowsAtOnce = 500

/**
 * Permanently deletes what has been in the trash for long enough, old log entries, access tokens that were
 * revoked long ago, old idempotency keys and receipts (`domain/limits.ts` says how old). It works person by person,
 * each with that person's own privileges and in small transactions. At the end it deletes expired counters
 * of attempts.
 */
export async function cleanUp(context: CleanUpContext) {
  const { owner, now, signal } = context
  const total = {
    tasks: 0,
    lists: 0,
    logEntries: 0,
    idempotencyKeys: 0,
    receipts: 0,
    deliveries: 0,
    accessTokens: 0,
    attempts: 0,
  }
  await forEachPerson('cleaning up', context, (userId) => cleanUpPerson(userId, context, total))
  for (let count = rowsAtOnce; count === rowsAtOnce && !signal?.aborted; ) {
    count = await deleteOldAttempts(owner, now, rowsAtOnce)
    total.attempts += count
  }
  return total
}

async function cleanUpPerson(
  userId: string,
  { databases, now, signal }: CleanUpContext,
  total: Awaited<ReturnType<typeof cleanUp>>,
): Promise<void> {
  if (!(await databases.asUser(userId, (db) => hasAnythingOld(db, now)))) return
  // Tasks first: deleting a list then deletes only few with it, so transactions stay short.
  const steps = [
    ['tasks', (db: UserDatabase) => deleteOldTasksInTrash(db, now, rowsAtOnce)],
    ['lists', (db: UserDatabase) => deleteOldListsInTrash(db, now, rowsAtOnce)],
    ['idempotencyKeys', (db: UserDatabase) => deleteOldIdempotencyKeys(db, now, rowsAtOnce)],
    ['receipts', (db: UserDatabase) => deleteOldReceipts(db, now, rowsAtOnce)],
    ['deliveries', (db: UserDatabase) => deleteOldDeliveries(db, now, rowsAtOnce)],
    ['accessTokens', (db: UserDatabase) => deleteOldAccessTokens(db, now, rowsAtOnce)],
    ['logEntries', (db: UserDatabase) => pruneLog(db, rowsAtOnce)],
  ] as const
  for (const [kind, step] of steps) {
    let count = rowsAtOnce
    while (count === rowsAtOnce && !signal?.aborted) {
      const mutation = { id: randomUUIDv7(), actor: 'system' }
      count = await databases.mutateAsUser(userId, mutation, step)
      total[kind] += count
    }
  }
}
