import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

export type SealSecrets = { current: string; previous?: string | undefined }

/** What was sealed, and whether it was with the previous secret, which is taken away some day. */
export type Unsealed = { text: string; isOld: boolean }

const algorithm = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/** Encrypts a text for the database, for a purpose that has a key of its own. */
export function seal(text: string, purpose: string, { current }: SealSecrets): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv(algorithm, deriveKey(current, purpose), nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** Decrypts it; undefined when it was encrypted with neither secret, or for another purpose. */
export function unseal(
  sealed: Uint8Array,
  purpose: string,
  { current, previous }: SealSecrets,
): Unsealed | undefined {
  for (const secret of [current, ...(previous ? [previous] : [])]) {
    try {
      const nonce = sealed.subarray(0, nonceBytes)
      const decipher = createDecipheriv(algorithm, deriveKey(secret, purpose), nonce)
      decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes))
      const text = [decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]
      return { text: Buffer.concat(text).toString('utf8'), isOld: secret !== current }
    } catch {
      // Encrypted with another secret.
    }
  }
  return undefined
}

function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', purpose, 32))
}
