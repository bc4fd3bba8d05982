import { setTimeout as sleep } from 'node:timers/promises'

const attempts = 4
const longestWaitMs = 40

/** SQLSTATE of a transaction that conflicted with another one, and would succeed if it ran again. */
const conflicts: ReadonlySet<unknown> = new Set(['40001', '40P01'])

/**
 * Runs a transaction again if PostgreSQL has cancelled it because of another one: a deadlock or a serialization
 * failure. It was rolled back then, even if the error came for its COMMIT. After a few times the error is
 * thrown to the caller.
 *
 * @param work a whole transaction, and nothing beside it that would happen twice
 */
export async function runAgainOnConflict<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work()
    } catch (error) {
      const { code } = error as { code?: unknown }
      if (attempt === attempts || !conflicts.has(code)) throw error
    }
    // A random time, so that two conflicting ones don't meet again.
    await sleep(Math.random() * longestWaitMs * attempt)
  }
}
