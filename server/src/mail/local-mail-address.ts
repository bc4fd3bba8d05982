import { hkdfSync, timingSafeEqual } from 'node:crypto'

/**
 * Where the mails of an installation with the embedded database can be read. The key in it comes from the
 * secret and is shown only in the terminal: Next can't distinguish a request from this machine from one
 * whose header claims to be, and anybody who reads these mails can take over every account.
 */
export function localMailPath(secret: string): string {
  return `/mail?key=${localMailKey(secret)}`
}

/** Whether a request has the key of the local page. */
export function isLocalMailKey(key: unknown, secret: string): boolean {
  if (typeof key !== 'string') return false
  const [found, expected] = [Buffer.from(key), Buffer.from(localMailKey(secret))]
  return found.length === expected.length && timingSafeEqual(found, expected)
}

function localMailKey(secret: string): string {
  return Buffer.from(hkdfSync('sha256', secret, '', 'tend:local-mail:v1', 16)).toString('base64url')
}
