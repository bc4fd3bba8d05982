import { webhookFailingDays } from '../domain/limits.ts'

const minute = 60
const hour = 60 * minute
/** Those that Standard Webhooks recommends, in seconds. The last one is repeated. */
const pauses = [5, 5 * minute, ...[0.5, 2, 5, 10, 14, 20, 24].map((hours) => hours * hour)]
const longestFailingMs = webhookFailingDays * 24 * hour * 1_000
/** So that those that failed together don't come back together. */
const jitter = 0.1

export type Failing = {
  /** How often it had failed in a row before. */
  failures: number
  /** Since when, in milliseconds since 1970; null for the first time. */
  failingSinceMs: number | null
  nowMs: number
  retryAfterSeconds: number | undefined
}

/**
 * In how many seconds to try again after a failure; undefined when it has failed for long enough. The last time is
 * right at the end of that.
 */
export function findRetryPause(failing: Failing): number | undefined {
  const { failures, failingSinceMs, nowMs, retryAfterSeconds = 0 } = failing
  const leftSeconds = (longestFailingMs - (nowMs - (failingSinceMs ?? nowMs))) / 1_000
  if (leftSeconds <= 0) return undefined
  const usual = pauses[Math.min(failures, pauses.length - 1)] ?? hour
  const spread = usual * (1 - jitter + 2 * jitter * Math.random())
  return Math.min(Math.max(spread, retryAfterSeconds), leftSeconds)
}
