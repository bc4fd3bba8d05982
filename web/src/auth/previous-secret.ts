import { createHmac, timingSafeEqual } from 'node:crypto'

export type CookieSecrets = { current: string; previous?: string | undefined }

/**
 * Better Auth checks a session cookie with one secret only. So that people stay signed in while
 * BETTER_AUTH_SECRET changes, a session cookie that the previous secret signed is handed on as if the
 * current one had. Every other cookie, and every cookie without a valid signature, stays as it was.
 *
 * The form is Better Auth's: `name=encodeURIComponent(value + "." + base64(HMAC-SHA-256(value)))`.
 */
export function acceptPreviousSecret(
  headers: Headers,
  cookieName: string,
  secrets: CookieSecrets,
): Headers {
  const cookies = headers.get('cookie')
  if (!secrets.previous || !cookies) return headers
  const { current, previous } = secrets
  const accepted = cookies
    .split(/;\s*/)
    .map((cookie) => {
      if (!cookie.startsWith(`${cookieName}=`)) return cookie
      const value = findSignedValue(cookie.slice(cookieName.length + 1), previous)
      return value === undefined ? cookie : `${cookieName}=${signValue(value, current)}`
    })
    .join('; ')
  if (accepted === cookies) return headers
  const changed = new Headers(headers)
  changed.set('cookie', accepted)
  return changed
}

function findSignedValue(encoded: string, secret: string): string | undefined {
  const text = decode(encoded)
  const end = text.lastIndexOf('.')
  if (end < 1) return undefined
  const value = text.slice(0, end)
  const found = Buffer.from(text.slice(end + 1))
  const expected = Buffer.from(signatureOf(value, secret))
  return found.length === expected.length && timingSafeEqual(found, expected) ? value : undefined
}

function signValue(value: string, secret: string): string {
  return encodeURIComponent(`${value}.${signatureOf(value, secret)}`)
}

function signatureOf(value: string, secret: string): string {
  return createHmac('sha256', secret).update(value).digest('base64')
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
