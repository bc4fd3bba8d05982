const fallback = '/inbox'
const base = 'http://origin.invalid'
// Signing in leads away from these, and an API address isn't a page.
const notDestinations =
  /^\/(?:login|signup|forgot-password|reset-password|verify-email|mail|api)(?:[/?#]|$)/i
const maxLength = 2_000
const maxDecodings = 3

/**
 * Where to go after signing in: the path that `?next=` asks for when it surely stays on this origin,
 * else the inbox. Refused are other origins and schemes, `//host` and `/\host` (browsers read both
 * as a host, WHATWG URL Standard section 4.4), the same hidden behind percent encodings or dot
 * segments, control characters, the sign-in pages themselves and the API. Never throws.
 */
export function getSafeNextPath(value: string | string[] | null | undefined): string {
  const url = findOwnUrl(value)
  if (!url || notDestinations.test(decodeFully(url.pathname) ?? '/api')) return fallback
  return url.pathname + url.search + url.hash
}

/** Whether somebody who is sent there surely stays on this origin, by the rules of `getSafeNextPath`. */
export function isOwnPath(value: unknown): boolean {
  return findOwnUrl(value) !== undefined
}

function findOwnUrl(value: unknown): URL | undefined {
  if (typeof value !== 'string' || value.length > maxLength || !isPlainPath(value)) return undefined
  const url = URL.parse(value, base)
  if (!url || url.origin !== base || url.username || url.password) return undefined
  // Dot segments may leave two slashes at the front: "/..//host".
  return isPlainPath(url.pathname) ? url : undefined
}

/** Begins with exactly one slash, also after decoding, and has nothing that browsers reinterpret. */
function isPlainPath(value: string): boolean {
  const path = value.replace(/[?#].*$/s, '')
  const decoded = decodeFully(path)
  return decoded !== undefined && [value, decoded].every(isSingleSlashPath)
}

function isSingleSlashPath(value: string): boolean {
  return /^\/(?![/\\])/.test(value) && !/[\\\p{Cc}]/u.test(value)
}

/** Undefined when the encoding is broken, or nested too deeply to be intended. */
function decodeFully(value: string): string | undefined {
  let decoded = value
  for (let round = 0; round < maxDecodings; round += 1) {
    const before = decoded
    try {
      decoded = decodeURIComponent(before)
    } catch {
      return undefined
    }
    if (decoded === before) return decoded
  }
  return undefined
}

/** The sign-in page that leads back to `path`. */
export function loginPath(path: string): string {
  return `/login?next=${encodeURIComponent(getSafeNextPath(path))}`
}

type SignInPath = '/login' | '/signup' | '/forgot-password' | '/reset-password' | '/verify-email'

/** A sign-in page that remembers where to go; the default needs no parameter. */
export function withNext(page: SignInPath, nextPath: string): string {
  return nextPath === fallback ? page : `${page}?next=${encodeURIComponent(nextPath)}`
}
