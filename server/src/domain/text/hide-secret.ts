/**
 * A path as it may be written down. The address of a calendar is a secret, in whatever way a client writes it:
 * with a host, more slashes, or escaped letters.
 */
export function hideSecret(path: string): string {
  return /feeds\/|tend_feed_/i.test(decode(path)) ? '/feeds/…' : path
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
