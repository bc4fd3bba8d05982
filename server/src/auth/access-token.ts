import { createHash, randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { InvalidTokenError } from './api-token.ts'

const tokenPrefix = 'tend_pat_'
const secretBytes = 32
// The number of base 62 digits for 32 bytes.
const secretLength = 43
const checksumLength = 6
const digitCount = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/**
 * Creates a personal access token: `tend_pat_`, 32 random bytes in base 62, and the CRC-32 of that text
 * in base 62, as GitHub does it, so that scanners for leaked tokens recognise one.
 * https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
 */
export function makeAccessToken(): string {
  const secret = toBase62(BigInt(`0x${randomBytes(secretBytes).toString('hex')}`), secretLength)
  return `${tokenPrefix}${secret}${checksumOf(secret)}`
}

/** Whether a text looks like a personal access token, complete or not. */
export function isAccessToken(text: string): boolean {
  return text.startsWith(tokenPrefix)
}

/**
 * The SHA-256 of a personal access token, the only form in which one is stored. The checksum
 * reveals a mistyped or incomplete token before any look-up.
 *
 * @throws InvalidTokenError for a text that can't be a token
 */
export function hashAccessToken(token: string): Buffer {
  const secret = token.slice(tokenPrefix.length, -checksumLength)
  const isWhole = secret.length === secretLength && token.endsWith(checksumOf(secret))
  if (!isAccessToken(token) || !isWhole)
    throw new InvalidTokenError('MALFORMED', 'The access token is not whole; copy all of it')
  return createHash('sha256').update(token).digest()
}

/** The last six characters of a token whose others, after its prefix, are `secret`. */
export function checksumOf(secret: string): string {
  return toBase62(BigInt(crc32(secret)), checksumLength)
}

function toBase62(value: bigint, length: number): string {
  let digits = ''
  for (let rest = value; rest > 0n; rest /= 62n)
    digits = digitCount.charAt(Number(rest % 62n)) + digits
  return digits.padStart(length, '0')
}
