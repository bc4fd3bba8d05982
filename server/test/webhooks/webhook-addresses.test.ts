import type { lookup as lookUp } from 'node:dns'
import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPoster } from '../../src/outgoing/poster.ts'
import { findWebhookUrlProblem } from '../../src/webhooks/webhook-url.ts'
import { startWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.ts'

/** Spellings of addresses that are not the public internet, as a URL may have them. */
const literals = [
  ...['127.0.0.1', '127.0.0.2', '127.255.255.254', '127.1', '127.0.1', '2130706433', '0x7f000001'],
  ...['0177.0.0.1', '0x7f.0.0.1', '0x7f.1', '017700000001', '0', '0.0.0.0', '0x0', '0.1.2.3'],
  ...['１２７.０.０.１', '127。0。0。1', '%31%32%37.0.0.1', '127.0.0.1.'],
  ...['10.0.0.1', '10.255.255.255', '0xa.0.0.1', '012.0.0.1', '167772161'],
  ...['172.16.0.1', '172.31.255.255', '192.168.0.1', '192.168.255.255', '3232235521'],
  ...['100.64.0.1', '100.127.255.255', '169.254.0.1', '169.254.169.254', '2852039166'],
  ...['0xa9fea9fe', '0251.0376.0251.0376', '169.254.170.2', '192.0.0.192', '192.0.2.1'],
  ...['198.18.0.1', '198.19.255.255', '198.51.100.1', '203.0.113.1', '192.88.99.1'],
  ...['224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255'],
  ...['[::]', '[::1]', '[0:0:0:0:0:0:0:1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]'],
  ...['[::ffff:10.0.0.1]', '[::ffff:169.254.169.254]', '[::127.0.0.1]', '[::ffff:0:127.0.0.1]'],
  ...['[64:ff9b::127.0.0.1]', '[64:ff9b::a9fe:a9fe]', '[64:ff9b:1::1]', '[100::1]'],
  ...['[fe80::1]', '[febf::1]', '[fec0::1]', '[fc00::1]', '[fd00::1]', '[fd00:ec2::254]'],
  ...['[ff02::1]', '[2001::1]', '[2001:db8::1]', '[2002:7f00:1::]', '[2002:a9fe:a9fe::]'],
  ...['[3fff::1]', '[5f00::1]'],
]

/** What a name may lead to. */
const addresses = [
  ...['127.0.0.1', '127.0.0.2', '0.0.0.0', '10.0.0.1', '172.16.0.1', '192.168.0.1', '100.64.0.1'],
  ...['169.254.169.254', '192.0.0.192', '198.18.0.1', '224.0.0.1', '255.255.255.255'],
  ...['::', '::1', '::ffff:127.0.0.1', '::ffff:7f00:1', '::127.0.0.1', '64:ff9b::7f00:1'],
  ...['fe80::1', 'fc00::1', 'fd00:ec2::254', 'ff02::1', '2001::1', '2002:7f00:1::'],
]

let inside: Server
let port: number
let connections = 0

beforeAll(async () => {
  // Whatever leads to this machine, by either protocol, gets here.
  inside = createServer((socket) => {
    connections += 1
    socket.destroy()
  })
  inside.listen(0, '::')
  await once(inside, 'listening')
  const bound = inside.address()
  port = bound && typeof bound === 'object' ? bound.port : 0
})
afterAll(() => void inside.close())

const body = Buffer.from('{}')
const timeoutMs = 2_000

test('the listening socket would see a connection', async () => {
  const trustedOrigins = [`https://127.0.0.1:${port}`]
  using poster = createPoster({ trustedOrigins, timeoutMs })
  await expect(poster.post(`https://127.0.0.1:${port}/`, {}, body)).rejects.toThrow()
  expect(connections).toBe(1)
})

test.each(literals)('nothing is created for https://%s, and nothing sent there', async (host) => {
  const before = connections
  const url = `https://${host}:${port}/hook`
  expect(findWebhookUrlProblem(url, [])).toMatch(/no public address|isn’t complete/)
  using poster = createPoster({ trustedOrigins: [], timeoutMs })
  await expect(poster.post(url, {}, body)).rejects.toThrow()
  expect(connections).toBe(before)
})

test.each(addresses)('nothing is sent to a name that leads to %s', async (address) => {
  const before = connections
  const family = address.includes(':') ? 6 : 4
  const lookup = ((_name: string, _options: object, callback: (...all: unknown[]) => void) =>
    callback(null, [{ address, family }])) as unknown as typeof lookUp
  using poster = createPoster({ trustedOrigins: [], timeoutMs, lookup })
  const url = `https://hooks.example.com:${port}/`
  await expect(poster.post(url, {}, body)).rejects.toThrow('no public address')
  expect(connections).toBe(before)
})

test('each time that a name is sent to, the address is checked that it leads to then', async () => {
  const before = connections
  const answers = ['192.0.2.1', '127.0.0.1']
  const lookup = ((_name: string, _options: object, callback: (...all: unknown[]) => void) =>
    callback(null, [{ address: answers.shift(), family: 4 }])) as unknown as typeof lookUp
  using poster = createPoster({ trustedOrigins: [], timeoutMs, lookup })
  const url = `https://hooks.example.com:${port}/`
  for (const _ of ['192.0.2.1', '127.0.0.1'])
    await expect(poster.post(url, {}, body)).rejects.toThrow('no public address')
  expect(connections).toBe(before)
})

test.each([
  'http://example.com/',
  'ftp://example.com/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'https://user:password@example.com/',
  'https://localhost/',
  'https://LOCALHOST./',
  'https://api.localhost:4000/',
  '//example.com/',
  'example.com',
  '',
])('no webhook has the address “%s”', (url) => {
  expect(findWebhookUrlProblem(url, [])).toBeTypeOf('string')
})

test.each(['https://example.com/hook?key=1', 'https://example.com:8443/', 'https://142.250.1.1/'])(
  'a webhook may have the address %s',
  (url) => {
    expect(findWebhookUrlProblem(url, [])).toBeUndefined()
  },
)

test('an address is not longer than 2,000 characters', () => {
  expect(findWebhookUrlProblem(`https://example.com/${'x'.repeat(2_000)}`, [])).toContain('2000')
})

test('an origin that the operator has named may be private and without https, and no other port of it', () => {
  const origins = ['http://homeassistant.local:8123', 'http://10.0.0.7']
  for (const url of ['http://homeassistant.local:8123/api/webhook/1', 'http://10.0.0.7/x'])
    expect(findWebhookUrlProblem(url, origins)).toBeUndefined()
  for (const url of ['http://homeassistant.local/api', 'https://10.0.0.7/', 'http://10.0.0.8/'])
    expect(findWebhookUrlProblem(url, origins)).toBeTypeOf('string')
})

test('a redirect is an answer like any other, and leads nowhere', async () => {
  const before = connections
  await using receiver: WebhookReceiver = await startWebhookReceiver()
  using poster = createPoster({ trustedOrigins: [receiver.origin], timeoutMs, answerBytes: 10 })
  for (const status of [301, 302, 303, 307, 308]) {
    receiver.answer(
      '/moved',
      (_event, response) =>
        void response.writeHead(status, { location: `http://127.0.0.1:${port}/` }).end(),
    )
    const answer = await poster.post(`${receiver.origin}/moved`, {}, body)
    expect(answer.status).toBe(status)
  }
  expect(connections).toBe(before)
})

test('of an answer only the beginning is read, and who goes on sending is cut off', async () => {
  await using receiver = await startWebhookReceiver()
  using poster = createPoster({ trustedOrigins: [receiver.origin], timeoutMs, answerBytes: 4_096 })
  const { promise: cut, resolve } = Promise.withResolvers<void>()
  receiver.answer('/long', (_event, response) => {
    const timer = setInterval(() => response.write('x'.repeat(100_000)), 5)
    response.on('close', () => {
      clearInterval(timer)
      resolve()
    })
  })
  const { text } = await poster.post(`${receiver.origin}/long`, {}, body)
  expect(text).toBe('x'.repeat(4_096))
  await cut
})

test('who takes the event and sends an answer without end is waited for no longer than the rest', async () => {
  await using receiver = await startWebhookReceiver()
  const settings = { trustedOrigins: [receiver.origin], timeoutMs: 300, answerBytes: 4_096 }
  using poster = createPoster(settings)
  receiver.answer('/slow', (_event, response) => void response.write('taken'))
  expect(await poster.post(`${receiver.origin}/slow`, {}, body)).toMatchObject({
    status: 200,
    text: 'taken',
  })
  receiver.answer('/silent', () => {})
  await expect(poster.post(`${receiver.origin}/silent`, {}, body)).rejects.toThrow()
})
