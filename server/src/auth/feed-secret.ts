import { hashPrefixedSecret, makePrefixedSecret } from './prefixed-secret.ts'

const feedPrefix = 'tend_feed_'

/** The secret part of an address for calendar apps. */
export function makeFeedSecret(): string {
  return makePrefixedSecret(feedPrefix)
}

/** The hash by which one is stored and found; undefined for a text that can't be one. */
export function hashFeedSecret(secret: string): Buffer | undefined {
  return hashPrefixedSecret(feedPrefix, secret)
}
