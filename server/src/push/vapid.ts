import { createECDH, createPrivateKey, type KeyObject, sign } from 'node:crypto'
import type { PushKeyPair } from './push-key.queries.ts'

const curve = 'prime256v1'
const lifeSeconds = 12 * 3_600

/** A key pair on the curve that push takes, as its bare bytes. */
export function makePushKey(): PushKeyPair {
  const pair = createECDH(curve)
  pair.generateKeys()
  // The leading zeros of a small number aren't among its bytes.
  const privateKey = Buffer.concat([Buffer.alloc(32), pair.getPrivateKey()]).subarray(-32)
  return { publicKey: pair.getPublicKey(), privateKey }
}

/**
 * The `Authorization` by which a push service knows who sends (RFC 8292), for the origin of an endpoint.
 *
 * @param contact an https or mailto address of whoever runs this
 */
export function writeVapidHeader(
  key: PushKeyPair,
  origin: string,
  contact: string,
  nowMs: number,
): string {
  const claims = { aud: origin, exp: Math.floor(nowMs / 1_000) + lifeSeconds, sub: contact }
  const content = `${encode({ typ: 'JWT', alg: 'ES256' })}.${encode(claims)}`
  const signature = sign('sha256', Buffer.from(content), {
    key: toKeyObject(key),
    dsaEncoding: 'ieee-p1363',
  })
  return `vapid t=${content}.${signature.toString('base64url')}, k=${key.publicKey.toString('base64url')}`
}

function toKeyObject({ publicKey, privateKey }: PushKeyPair): KeyObject {
  const [x, y, d] = [publicKey.subarray(1, 33), publicKey.subarray(33), privateKey].map((bytes) =>
    bytes.toString('base64url'),
  )
  return createPrivateKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x, y, d } as never })
}

const encode = (json: object): string => Buffer.from(JSON.stringify(json)).toString('base64url')
