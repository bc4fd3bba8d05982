import type { lookup as lookUp } from 'node:dns'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { createPoster } from '../../src/outgoing/poster.ts'
import { createPushSender } from '../../src/push/push-sender.service.ts'
import { makePushKey } from '../../src/push/vapid.ts'
import { startPushService } from '../support/push-service.ts'

const service = await startPushService()
const key = makePushKey()
const timeoutMs = 1_000
const posting = createPoster({ trustedOrigins: [service.origin], timeoutMs })
const sender = createPushSender({
  loadKey: async () => key,
  post: posting.post,
  moreOrigins: [service.origin],
  contact: 'https://tend.example',
})
afterAll(async () => {
  posting[Symbol.dispose]()
  await service[Symbol.asyncDispose]()
})
beforeEach(() => service.answerWith(201))

function subscribe() {
  const { endpoint, p256dh, auth } = service.subscribe()
  return {
    id: 'a',
    endpoint,
    p256dh: Buffer.from(p256dh, 'base64url'),
    auth: Buffer.from(auth, 'base64url'),
  }
}

const notification = { title: 'Feed the cat', navigate: 'https://tend.example/today', tag: 'r1' }
const delivery = { message: { kind: 'show', notification } as const, ttlSeconds: 600 }

test('the browser can read what is sent, and its push service knows who sends and for how long', async () => {
  const target = subscribe()
  expect(await sender.send(target, delivery)).toEqual({ kind: 'sent' })
  const push = service.received.at(-1)
  expect(JSON.parse(push?.text ?? '')).toEqual({ web_push: 8030, notification })
  expect(push?.headers).toMatchObject({
    ttl: '600',
    urgency: 'high',
    'content-encoding': 'aes128gcm',
    'content-type': 'application/notification+json',
  })
  expect(push?.headers.topic).toMatch(/^[\w-]{1,32}$/)
  expect(push?.claims).toMatchObject({
    aud: service.origin,
    sub: 'https://tend.example',
    key: key.publicKey.toString('base64url'),
  })
  const secondsValid = Number(push?.claims.exp) - Date.now() / 1_000
  expect(secondsValid).toBeGreaterThan(3_600)
  expect(secondsValid).toBeLessThanOrEqual(24 * 3_600)
})

test('a message with the same tag replaces the one before, and so does the one that closes it', async () => {
  const target = subscribe()
  await sender.send(target, delivery)
  await sender.send(target, { message: { kind: 'close', tag: 'r1' }, ttlSeconds: 600 })
  await sender.send(target, {
    message: { kind: 'show', notification: { ...notification, tag: 'r2' } },
    ttlSeconds: 600,
  })
  const [shown, closed, other] = service.received.slice(-3).map(({ headers }) => headers.topic)
  expect(closed).toBe(shown)
  expect(other).not.toBe(shown)
})

test.each([
  [404, {}, { kind: 'gone' }],
  [410, {}, { kind: 'gone' }],
  [400, {}, { kind: 'refused', reason: 'HTTP 400' }],
  [403, {}, { kind: 'refused', reason: 'HTTP 403' }],
  [413, {}, { kind: 'refused', reason: 'HTTP 413' }],
  [302, { location: 'http://127.0.0.1/' }, { kind: 'refused', reason: 'HTTP 302' }],
  [429, { 'retry-after': '7' }, { kind: 'delayed', reason: 'HTTP 429', retryAfterSeconds: 7 }],
  [429, { 'retry-after': '0' }, { kind: 'delayed', reason: 'HTTP 429', retryAfterSeconds: 1 }],
  [429, {}, { kind: 'delayed', reason: 'HTTP 429', retryAfterSeconds: undefined }],
  [
    503,
    { 'retry-after': 'soon' },
    { kind: 'delayed', reason: 'HTTP 503', retryAfterSeconds: undefined },
  ],
  [
    500,
    { 'retry-after': '99999999' },
    { kind: 'delayed', reason: 'HTTP 500', retryAfterSeconds: 86_400 },
  ],
])('%i with %j means %j', async (status, headers, outcome) => {
  service.answerWith(status, headers as Record<string, string>)
  expect(await sender.send(subscribe(), delivery)).toEqual(outcome)
})

test('a date in Retry-After is counted from now', async () => {
  service.answerWith(429, { 'retry-after': new Date(Date.now() + 60_000).toUTCString() })
  const outcome = await sender.send(subscribe(), delivery)
  if (outcome.kind !== 'delayed') throw new Error(`It was ${outcome.kind}.`)
  expect(outcome.retryAfterSeconds).toBeGreaterThan(50)
  expect(outcome.retryAfterSeconds).toBeLessThanOrEqual(60)
})

test('a push service that says nothing, or isn’t there, is tried again later', async () => {
  service.answerWith(undefined)
  expect(await sender.send(subscribe(), delivery)).toMatchObject({ kind: 'delayed' })
  const away = await startPushService()
  await away[Symbol.asyncDispose]()
  const lonely = createPushSender({
    loadKey: async () => key,
    post: createPoster({ trustedOrigins: [away.origin], timeoutMs }).post,
    moreOrigins: [away.origin],
    contact: 'https://tend.example',
  })
  const target = { ...subscribe(), endpoint: `${away.origin}/push/a` }
  expect(await lonely.send(target, delivery)).toMatchObject({
    kind: 'delayed',
    reason: 'ECONNREFUSED',
  })
})

test.each([
  '127.0.0.1',
  '10.1.2.3',
  '169.254.169.254',
  '192.168.0.10',
  '100.64.1.1',
  '::1',
  '::ffff:127.0.0.1',
  'fe80::1',
  'fd00::1',
  '2002:7f00:1::',
])('nothing is sent to a push service whose name leads to %s', async (address) => {
  const inside = createServer((_request, response) => response.end())
  inside.listen(0)
  await once(inside, 'listening')
  let connections = 0
  inside.on('connection', () => {
    connections += 1
  })
  const family = address.includes(':') ? 6 : 4
  // The first answer of a name that changes its mind, or the only one.
  const lookup = ((_name: string, _options: object, callback: (...all: unknown[]) => void) =>
    callback(null, [{ address, family }])) as unknown as typeof lookUp
  using hostile = createPoster({ trustedOrigins: [], timeoutMs, lookup })
  const { port } = inside.address() as AddressInfo
  const endpoint = `https://fcm.googleapis.com:${port}/push`
  await expect(hostile.post(endpoint, {}, Buffer.from('x'))).rejects.toThrow('no public address')
  expect(connections).toBe(0)
  inside.close()
})

test('one private address among the public ones is enough to send nothing', async () => {
  const lookup = ((_name: string, _options: object, callback: (...all: unknown[]) => void) =>
    callback(null, [
      { address: '142.250.1.1', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ])) as unknown as typeof lookUp
  using hostile = createPoster({ trustedOrigins: [], timeoutMs, lookup })
  const posted = hostile.post('https://fcm.googleapis.com/push', {}, Buffer.from('x'))
  await expect(posted).rejects.toThrow('no public address')
})

test('an endpoint whose service the operator has taken away is not sent to', async () => {
  const narrower = createPushSender({
    loadKey: async () => key,
    post: () => Promise.reject(new Error('Nothing should be sent.')),
    moreOrigins: [],
    contact: 'https://tend.example',
  })
  expect(await narrower.send(subscribe(), delivery)).toMatchObject({ kind: 'refused' })
})
