import { randomUUIDv7 } from 'node:crypto'
import type { UserDatabase } from '../../db/user-database.ts'
import {
  deleteListsInTrash,
  deleteTasksInTrash,
  markForGood,
} from '../../tasks/trash/trash.queries.ts'
import { forEachPerson } from '../each-person.ts'
import type { Job, JobContext } from '../job.ts'
import {
  deleteOldAccessTokens,
  deleteOldAttempts,
  deleteOldDeliveries,
  deleteOldIdempotencyKeys,
  deleteOldReceipts,
  deleteOldWebhookAttempts,
  hasAnythingOld,
  pruneLog,
  trashedBefore,
} from './clean-up.queries.ts'

export const cleanUpJob: Job = { name: 'clean-up', everyHours: 6, run: cleanUp }

type CleanUpContext = Pick<JobContext, 'databases' | 'owner' | 'logger' | 'now'> &
  Partial<Pick<JobContext, 'signal'>>

const rowsAtOnce = 500

/**
 * Permanently deletes what has been in the trash for long enough, old log entries, access tokens that were
 * revoked long ago, old idempotency keys, receipts, deliveries and attempts of webhooks (`domain/limits.ts` says
 * how old). It works person by person, each with that person's own privileges and in small transactions. At the
 * end it deletes expired counters of attempts.
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
    webhookAttempts: 0,
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
  // Tasks first: only a list that has none any more is deleted, so transactions stay short.
  const steps = [
    ['tasks', emptying(deleteTasksInTrash, now)],
    ['lists', emptying(deleteListsInTrash, now)],
    ['idempotencyKeys', (db: UserDatabase) => deleteOldIdempotencyKeys(db, now, rowsAtOnce)],
    ['receipts', (db: UserDatabase) => deleteOldReceipts(db, now, rowsAtOnce)],
    ['deliveries', (db: UserDatabase) => deleteOldDeliveries(db, now, rowsAtOnce)],
    ['webhookAttempts', (db: UserDatabase) => deleteOldWebhookAttempts(db, now, rowsAtOnce)],
    ['accessTokens', (db: UserDatabase) => deleteOldAccessTokens(db, now, rowsAtOnce)],
    ['logEntries', (db: UserDatabase) => pruneLog(db, rowsAtOnce)],
  ] as const
  for (const [kind, step] of steps) {
    let count = rowsAtOnce
    // Until there are no more: a task is deleted in the step after its subtasks.
    while (count > 0 && !signal?.aborted) {
      const mutation = { id: randomUUIDv7(), actor: 'system' }
      count = await databases.mutateAsUser(userId, mutation, step)
      total[kind] += count
    }
  }
}

function emptying(deletePart: typeof deleteTasksInTrash, now: Date) {
  return async (db: UserDatabase) => {
    await markForGood(db)
    return deletePart(db, { until: trashedBefore(now) }, rowsAtOnce)
  }
}
