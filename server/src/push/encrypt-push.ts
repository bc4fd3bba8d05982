import { createCipheriv, createECDH, type ECDH, hkdfSync, randomBytes } from 'node:crypto'

/** The browser's side of the encryption, as its subscription gave it. */
export type PushRecipient = { p256dh: Uint8Array; auth: Uint8Array }

/** What differs with each message; only the RFC's example gives its own. */
type Fresh = { salt: Buffer; sender: ECDH }

const recordSize = 4_096
const tagLength = 16
const lastRecord = Buffer.from([2])

/** Encrypts a message so that only the browser can read it, and not the push service (RFC 8291, RFC 8188). */
export function encryptPush(
  text: string,
  { p256dh, auth }: PushRecipient,
  { salt, sender }: Fresh = makeFresh(),
): Buffer {
  const senderKey = sender.getPublicKey()
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), p256dh, senderKey])
  const secret = derive(sender.computeSecret(p256dh), auth, info, 32)
  const key = derive(secret, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
  const nonce = derive(secret, salt, Buffer.from('Content-Encoding: nonce\0'), 12)
  const cipher = createCipheriv('aes-128-gcm', key, nonce, { authTagLength: tagLength })
  const size = Buffer.alloc(4)
  size.writeUInt32BE(recordSize)
  return Buffer.concat([
    salt,
    size,
    Buffer.from([senderKey.length]),
    senderKey,
    cipher.update(text, 'utf8'),
    cipher.update(lastRecord),
    cipher.final(),
    cipher.getAuthTag(),
  ])
}

/** Whether a browser's public key is a point of the curve: another can't be encrypted to. */
export function isPushPublicKey(key: Uint8Array): boolean {
  try {
    makeFresh().sender.computeSecret(key)
    return true
  } catch {
    return false
  }
}

function makeFresh(): Fresh {
  const sender = createECDH('prime256v1')
  sender.generateKeys()
  return { salt: randomBytes(16), sender }
}

function derive(secret: Uint8Array, salt: Uint8Array, info: Buffer, length: number): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, info, length))
}
