import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Mail } from './mail.ts'

export type MailSecrets = { current: string; previous?: string | undefined }

const algorithm = 'aes-256-gcm'
const nonceBytes = 12
const tagBytes = 16

/** Encrypts a mail for the database, whose readers must not get its links. */
export function sealMail(mail: Mail, { current }: MailSecrets): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv(algorithm, deriveKey(current), nonce)
  const text = Buffer.concat([cipher.update(JSON.stringify(mail), 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), text])
}

/** Decrypts a mail; undefined when it was encrypted with neither secret. */
export function openMail(sealed: Buffer, { current, previous }: MailSecrets): Mail | undefined {
  for (const secret of [current, ...(previous ? [previous] : [])]) {
    try {
      const nonce = sealed.subarray(0, nonceBytes)
      const decipher = createDecipheriv(algorithm, deriveKey(secret), nonce)
      decipher.setAuthTag(sealed.subarray(nonceBytes, nonceBytes + tagBytes))
      const text = [decipher.update(sealed.subarray(nonceBytes + tagBytes)), decipher.final()]
      return JSON.parse(Buffer.concat(text).toString('utf8'))
    } catch {
      // Encrypted with another secret.
    }
  }
  return undefined
}

function deriveKey(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', 'tend:mail-outbox:v1', 32))
}
