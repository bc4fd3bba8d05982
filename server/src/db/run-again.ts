import { setTimeout as sleep } from 'node:timers/promises'

const attempts = 4
const longestWaitMs = 40

/** SQLSTATE of a transaction that met another one, and would do when it runs again. */
const conflicts: ReadonlySet<unknown> = new Set(['40001', '40P01'])

/**
 * Runs a transaction again when PostgreSQL chose it to give way to another one: a deadlock, or what
 * can't be put in an order. It was rolled back then, also when the answer came to its COMMIT. After a
 * few times the error is the caller's.
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
    // By chance, so that two that met don't meet again.
    await sleep(Math.random() * longestWaitMs * attempt)
  }
}
