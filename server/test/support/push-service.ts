import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  type ECDH,
  hkdfSync,
  randomBytes,
} from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { jwtVerify } from 'jose'

/** A push service on loopback, and the browsers that are subscribed with it. */
export interface PushService extends AsyncDisposable {
  origin: string
  /** What came, decrypted as the browser would, in order. */
  received: ReceivedPush[]
  /** A browser's subscription, as `PushSubscription.toJSON()` gives it. */
  subscribe(): { endpoint: string; p256dh: string; auth: string }
  /** Answers from now on with this; `undefined` never answers. */
  answerWith(status: number | undefined, headers?: Record<string, string>): void
}

export type ReceivedPush = {
  endpoint: string
  headers: IncomingHttpHeaders
  /** What the sender's signature says, once it was found to be in order. */
  claims: Record<string, unknown>
  text: string
}

export async function startPushService(): Promise<PushService> {
  const browsers = new Map<string, { keys: ECDH; auth: Buffer }>()
  const received: ReceivedPush[] = []
  let answer: { status: number | undefined; headers: Record<string, string> } = {
    status: 201,
    headers: {},
  }
  const server = createServer(async (request, response) => {
    const body = await buffer(request).catch(() => undefined)
    // A sender may be killed in the midst of a push.
    if (body) await receive(request.url ?? '', request.headers, body, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function receive(
    path: string,
    headers: IncomingHttpHeaders,
    body: Buffer,
    response: ServerResponse,
  ): Promise<void> {
    const browser = browsers.get(path)
    if (!browser) return void response.writeHead(404).end()
    const claims = await verify(headers.authorization ?? '', origin)
    if (!claims) return void response.writeHead(403).end()
    received.push({
      endpoint: origin + path,
      headers,
      claims,
      text: decrypt(body, browser.keys, browser.auth),
    })
    if (answer.status !== undefined) response.writeHead(answer.status, answer.headers).end()
  }

  return {
    origin,
    received,
    subscribe() {
      const keys = createECDH('prime256v1')
      keys.generateKeys()
      const auth = randomBytes(16)
      const path = `/push/${randomBytes(12).toString('base64url')}`
      browsers.set(path, { keys, auth })
      return {
        endpoint: origin + path,
        p256dh: keys.getPublicKey().toString('base64url'),
        auth: auth.toString('base64url'),
      }
    },
    answerWith(status, headers = {}) {
      answer = { status, headers }
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** RFC 8292: who sends, and that it was meant for this service. */
async function verify(
  header: string,
  origin: string,
): Promise<Record<string, unknown> | undefined> {
  const [, token, key] = header.match(/^vapid t=([\w.-]+), k=([\w-]+)$/) ?? []
  if (!token || !key) return undefined
  const point = Buffer.from(key, 'base64url')
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) =>
    part.toString('base64url'),
  )
  const publicKey = createPublicKey({
    format: 'jwk',
    key: { kty: 'EC', crv: 'P-256', x, y } as never,
  })
  const verified = await jwtVerify(token, publicKey, { audience: origin })
    .then(({ payload }) => ({ ...payload, key }))
    .catch(() => undefined)
  return verified
}

/** RFC 8188 with RFC 8291, from the browser's side. */
function decrypt(body: Buffer, keys: ECDH, auth: Buffer): string {
  const salt = body.subarray(0, 16)
  const keyLength = body.readUInt8(20)
  const senderKey = body.subarray(21, 21 + keyLength)
  const content = body.subarray(21 + keyLength)
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), keys.getPublicKey(), senderKey])
  const derive = (secret: Buffer, from: Buffer, about: Buffer | string, length: number) =>
    Buffer.from(hkdfSync('sha256', secret, from, about, length))
  const secret = derive(keys.computeSecret(senderKey), auth, info, 32)
  const key = derive(secret, salt, 'Content-Encoding: aes128gcm\0', 16)
  const nonce = derive(secret, salt, 'Content-Encoding: nonce\0', 12)
  const decipher = createDecipheriv('aes-128-gcm', key, nonce)
  decipher.setAuthTag(content.subarray(-16))
  const padded = Buffer.concat([decipher.update(content.subarray(0, -16)), decipher.final()])
  const end = padded.lastIndexOf(2)
  return padded.subarray(0, end).toString('utf8')
}
