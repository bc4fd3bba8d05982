import { createHash, createHmac, pbkdf2Sync, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * The server's side of SCRAM-SHA-256 (RFC 5802, RFC 7677) as PostgreSQL speaks it, without channel
 * binding. Neither side sends the other the password: each proves that it has it.
 * https://www.postgresql.org/docs/current/sasl-authentication.html
 */
export const scramMechanism = 'SCRAM-SHA-256'

/** What the server stores for a password. */
export type ScramKeys = {
  salt: string
  iterations: number
  storedKey: Buffer
  serverKey: Buffer
}

// The password has 192 random bits, so more rounds wouldn't make it harder to guess.
const iterationCount = 4_096

export function deriveScramKeys(password: string): ScramKeys {
  const salt = randomBytes(16)
  const salted = pbkdf2Sync(password, salt, iterationCount, 32, 'sha256')
  const storedKey = createHash('sha256').update(hmac(salted, 'Client Key')).digest()
  const serverKey = hmac(salted, 'Server Key')
  return { salt: salt.toString('base64'), iterations: iterationCount, storedKey, serverKey }
}

/** One exchange: the client's first message in, the challenge out; its proof in, our own out. */
export class ScramExchange {
  readonly #keys: ScramKeys
  #bare = ''
  #challenge = ''
  #nonce = ''
  #header = ''

  constructor(keys: ScramKeys) {
    this.#keys = keys
  }

  /** Returns the challenge, or undefined when the message isn't one of SCRAM's. */
  challenge(first: string): string | undefined {
    const [, header, bare, nonce] = /^([ny],,)(n=[^,]*,r=([!-+\--~]{8,128}))$/.exec(first) ?? []
    if (!header || !bare || !nonce) return undefined
    const { salt, iterations } = this.#keys
    this.#header = header
    this.#bare = bare
    this.#nonce = nonce + randomBytes(18).toString('base64')
    this.#challenge = `r=${this.#nonce},s=${salt},i=${iterations}`
    return this.#challenge
  }

  /** Returns our proof in return for the client's, or undefined when that isn't valid. */
  prove(final: string): string | undefined {
    const [, unproven = '', proof = ''] = /^(c=[^,]*,r=[^,]*),p=([\w+/]+=*)$/.exec(final) ?? []
    const binding = Buffer.from(this.#header).toString('base64')
    if (!this.#nonce || unproven !== `c=${binding},r=${this.#nonce}`) return undefined
    const { storedKey, serverKey } = this.#keys
    const message = `${this.#bare},${this.#challenge},${unproven}`
    const signature = hmac(storedKey, message)
    const given = Buffer.from(proof, 'base64')
    if (given.length !== signature.length) return undefined
    const clientKey = given.map((byte, at) => byte ^ (signature[at] ?? 0))
    const found = createHash('sha256').update(clientKey).digest()
    if (!timingSafeEqual(found, storedKey)) return undefined
    return `v=${hmac(serverKey, message).toString('base64')}`
  }
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}
