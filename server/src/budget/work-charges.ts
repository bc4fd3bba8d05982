import { type Bucket, drain } from '../domain/leaky-bucket.ts'
import type { Budgets } from './budgets.ts'

/** What the database works for somebody is free up to a fifth of a core, with room for a busy moment. */
const freeShare = { capacity: 2_000, drainPerSecond: 200 }
const pointsPerMs = 10
/** What many statements together are charged for at most: a large import is slow, and no misuse. */
const mostMs = 5_000
const mostPeople = 10_000

/**
 * Charges budgets for the time that the database worked, where that is more than anybody needs who
 * uses the app or writes a program with care. Somebody who keeps a whole core busy is charged 8,000
 * points a second, which is four times what flows back. A statement is charged for as long as it took.
 *
 * @returns takes how long the database worked, and how long on the longest statement of that; when that
 * is left out, there was only one
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
