import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const algorithm = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/** Encrypts a text, in base64, so that only holders of the secret can read it, or create one. */
export function sealNotification(text: string, secret: string): string {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv(algorithm, deriveKey(secret), nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64')
}

/**
 * Decrypts a text from a process with one of these secrets, or returns undefined. A text from a process whose
 * secret was changed earlier can't be read, which only delays a live result.
 */
export function openNotification(
  payload: string,
  { current, previous }: { current: string; previous?: string | undefined },
): string | undefined {
  return openWith(current, payload) ?? (previous ? openWith(previous, payload) : undefined)
}

function openWith(secret: string, payload: string): string | undefined {
  const bytes = Buffer.from(payload, 'base64')
  if (bytes.length < nonceBytes + tagBytes) return undefined
  const nonce = bytes.subarray(0, nonceBytes)
  const decipher = createDecipheriv(algorithm, deriveKey(secret), nonce)
  decipher.setAuthTag(bytes.subarray(-tagBytes))
  try {
    const text = decipher.update(bytes.subarray(nonceBytes, -tagBytes), undefined, 'utf8')
    return text + decipher.final('utf8')
  } catch {
    return undefined
  }
}

const keys = new Map<string, Uint8Array>()

/** A key only for this purpose. HKDF-SHA-256, RFC 5869. */
function deriveKey(secret: string): Uint8Array {
  const known = keys.get(secret)
  if (known) return known
  const key = new Uint8Array(hkdfSync('sha256', secret, '', 'tend:nudges:v1', 32))
  keys.set(secret, key)
  return key
}
