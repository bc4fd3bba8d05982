import {
  type Bucket,
  type BucketRules,
  drain,
  secondsUntilRoom,
} from '@tend/server/domain/leaky-bucket'

/** A page takes some 15 ms to render, which nobody has to sign in for; an office may share one address. */
const rules: BucketRules = { capacity: 1_000, drainPerSecond: 5 }
/** The address that has asked the longest ago is forgotten first. */
const mostAddresses = 10_000

/**
 * Limits how many pages each client address is given, in this process. Files are not counted, nor what
 * goes to `/api`, which has limits of its own.
 */
export class PageLimit {
  readonly #buckets = new Map<string, Bucket>()

  /** Counts a page and gives 0, or gives how many seconds to wait and doesn't count it. */
  take(address: string, nowMs: number): number {
    const bucket = drain(this.#buckets.get(address) ?? { level: 0, atMs: nowMs }, nowMs, rules)
    const seconds = secondsUntilRoom(bucket, 1, rules)
    // Behind all others, because a map keeps the order of insertion.
    this.#buckets.delete(address)
    this.#buckets.set(address, seconds > 0 ? bucket : { ...bucket, level: bucket.level + 1 })
    const oldest = this.#buckets.keys().next().value
    if (this.#buckets.size > mostAddresses && oldest !== undefined) this.#buckets.delete(oldest)
    return seconds
  }
}

/** Whether a path is one of a page, and not of a file or of `/api`. */
export function isPage(path: string): boolean {
  return !path.startsWith('/_next/static/') && !path.startsWith('/api/')
}

/** What counts as one client: an IPv4 address, or an IPv6 network of 64 bits. */
export function nameNetwork(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address
  const [head = '', tail] = address.split('::')
  const groups = head.split(':').filter(Boolean)
  if (tail !== undefined)
    while (groups.length < 8 - tail.split(':').filter(Boolean).length) groups.push('0')
  return groups.slice(0, 4).join(':')
}
