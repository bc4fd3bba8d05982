import { createHash, randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'

const secretBytes = 32
// The number of base 62 digits for 32 bytes.
const secretLength = 43
const checksumLength = 6
const digitCount = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * A prefix, 32 random bytes in base 62, and the CRC-32 of that text in base 62, as GitHub does it, so that
 * scanners for leaked secrets recognise one.
 * https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
 */
export function makePrefixedSecret(prefix: string): string {
  const secret = toBase62(BigInt(`0x${randomBytes(secretBytes).toString('hex')}`), secretLength)
  return `${prefix}${secret}${checksumOf(secret)}`
}

/**
 * The SHA-256 of such a secret, the only form in which one is stored. The checksum reveals a mistyped or
 * incomplete one before any look-up: it is undefined then.
 */
export function hashPrefixedSecret(prefix: string, text: string): Buffer | undefined {
  const secret = text.slice(prefix.length, -checksumLength)
  const isWhole = secret.length === secretLength && text.endsWith(checksumOf(secret))
  if (!text.startsWith(prefix) || !isWhole) return undefined
  return createHash('sha256').update(text).digest()
}

/** The last six characters of a secret whose others, after its prefix, are `secret`. */
export function checksumOf(secret: string): string {
  return toBase62(BigInt(crc32(secret)), checksumLength)
}

function toBase62(value: bigint, length: number): string {
  let digits = ''
  for (let rest = value; rest > 0n; rest /= 62n)
    digits = digitCount.charAt(Number(rest % 62n)) + digits
  return digits.padStart(length, '0')
}
