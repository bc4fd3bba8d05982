import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const ALGORITHM = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** A text for those alone who hold the secret, in base64. Nobody else can make one either. */
export function sealNotification(text: string, secret: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(ALGORITHM, deriveKey(secret), nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64')
}

/**
 * The text of what a process with one of these secrets has sealed, or undefined. One whose secret was
 * changed first is not understood here, which delays a live result and nothing more.
 */
export function openNotification(
  payload: string,
  { current, previous }: { current: string; previous?: string | undefined },
): string | undefined {
  return openWith(current, payload) ?? (previous ? openWith(previous, payload) : undefined)
}

function openWith(secret: string, payload: string): string | undefined {
  const bytes = Buffer.from(payload, 'base64')
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined
  const nonce = bytes.subarray(0, NONCE_BYTES)
  const decipher = createDecipheriv(ALGORITHM, deriveKey(secret), nonce)
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
  try {
    const text = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES), undefined, 'utf8')
    return text + decipher.final('utf8')
  } catch {
    return undefined
  }
}

const keys = new Map<string, Uint8Array>()

/** A key for this alone. HKDF-SHA-256, RFC 5869. */
function deriveKey(secret: string): Uint8Array {
  const known = keys.get(secret)
  if (known) return known
  const key = new Uint8Array(hkdfSync('sha256', secret, '', 'tend:nudges:v1', 32))
  keys.set(secret, key)
  return key
}
