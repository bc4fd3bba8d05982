import { type Bucket, drain } from '../domain/leaky-bucket.ts'
import type { Budgets } from './budgets.ts'

/** The database's work for a person is free up to a fifth of a core, with room for a busy moment. */
const freeShare = { capacity: 2_000, drainPerSecond: 200 }
const pointsPerMs = 10
/** The most that is charged for many statements together: a large import is slow, but no misuse. */
const mostMs = 5_000
const mostPeople = 10_000

/**
 * Charges budgets for the time that the database worked, if that is more than the app or a careful program
 * needs. Somebody who keeps a whole core busy is charged 8,000 points a second, which is four times what comes
 * back. A statement is charged for the time that it took.
 *
 * @returns a function that takes how long the database worked, and how long the longest statement took;
 * without the latter, there was only one
 */
export function createWorkCharges(
  budgets: Pick<Budgets, 'charge'>,
): (userId: string, milliseconds: number, longestMs?: number) => void {
  const used = new Map<string, Bucket>()

  function forgetWhoIsIdle(nowMs: number): void {
    for (const [userId, bucket] of used)
      if (drain(bucket, nowMs, freeShare).level === 0) used.delete(userId)
  }

  return (userId, milliseconds, longestMs = milliseconds) => {
    const nowMs = Date.now()
    const before = drain(used.get(userId) ?? { level: 0, atMs: nowMs }, nowMs, freeShare)
    const level = before.level + Math.max(longestMs, Math.min(milliseconds, mostMs))
    const excess = Math.max(0, level - freeShare.capacity)
    used.set(userId, { level: level - excess, atMs: nowMs })
    if (excess > 0) budgets.charge(userId, excess * pointsPerMs)
    if (used.size > mostPeople) forgetWhoIsIdle(nowMs)
  }
}
