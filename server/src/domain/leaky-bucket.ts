/** What somebody has used up and not yet regained, at an instant. */
export type Bucket = {
  level: number
  atMs: number
}

export type BucketRules = {
  /** The level at which the bucket is full. */
  capacity: number
  /** How much drains away in a second. */
  drainPerSecond: number
}

/** The bucket a while later; clocks that step back drain nothing. */
export function drain(bucket: Bucket, nowMs: number, rules: BucketRules): Bucket {
  const seconds = Math.max(0, nowMs - bucket.atMs) / 1000
  return { level: Math.max(0, bucket.level - seconds * rules.drainPerSecond), atMs: nowMs }
}

/** How many seconds until there is room for an amount, whole and rounded up; 0 when there is now. */
export function secondsUntilRoom(bucket: Bucket, amount: number, rules: BucketRules): number {
  const missing = bucket.level + amount - rules.capacity
  return missing <= 0 ? 0 : Math.ceil(missing / rules.drainPerSecond)
}
