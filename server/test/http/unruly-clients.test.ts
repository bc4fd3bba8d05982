import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { embeddedAddress } from '../../src/db/embedded/address.ts'
import { startEmbeddedDatabase } from '../../src/db/embedded/engine.ts'
import { startForwarder } from '../support/forwarder.ts'
import { waitFor } from '../support/server-process.ts'
import { startTestApp, testSecret } from '../support/test-app.ts'
import { createTestDatabase } from '../support/test-database.ts'

// Clients that are slow, send too much or disconnect. A forwarder records what the API sends to its
// database.

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
const database = stack.use(await createTestDatabase())
const embedded = { dataDir: database.dataDir, secret: testSecret }
if (!database.databaseUrl) stack.use(await startEmbeddedDatabase(embedded))
const real = new URL(database.databaseUrl ?? embeddedAddress(embedded).url)
const target = { host: real.hostname, port: Number(real.port || 5432) }
let overheard = ''
const onSent = (data: Buffer) => {
  overheard += data.toString('latin1')
  return undefined
}
const forwarder = stack.use(await startForwarder({ target, onSent }))
const through = new URL(real)
through.host = `127.0.0.1:${forwarder.port}`
const env = { REQUEST_TIMEOUT: '1s', DATABASE_POOL_SIZE: '1', DATABASE_CONNECT_TIMEOUT: '30s' }
const app = stack.use(
  await startTestApp({ env, database: { ...database, databaseUrl: through.href } }),
)
const { ada } = await app.createPeople('ada')
const port = Number(new URL(app.url).port)

/** Writes pieces to a bare connection, with a pause after each, and returns everything that comes back. */
async function converse(pieces: Iterable<string>, pauseMs = 0): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let text = ''
  socket.setEncoding('latin1').on('data', (chunk: string) => {
    text += chunk
  })
  // It may be reset while we still write.
  socket.on('error', () => {})
  const closed = new Promise((resolve) => socket.once('close', resolve))
  for (const piece of pieces) {
    if (socket.destroyed || !socket.writable) break
    socket.write(piece)
    if (pauseMs > 0) await sleep(pauseMs)
  }
  await closed
  return text
}

const head = `POST /graphql HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${ada.token}\r\nContent-Type: application/json\r\n`
const stillServes = async () => expect((await ada.gql('{ me { id } }')).status).toBe(200)

test('a body that stops arriving is refused with 408 and its connection closed', async () => {
  const answer = await converse([`${head}Content-Length: 100\r\n\r\n{"query":`])
  expect(answer).toMatch(/^HTTP\/1\.1 408 /)
  expect(answer).toContain('"code":"BAD_USER_INPUT"')
  expect(answer).toContain('longer than 1 seconds')
  await stillServes()
})

test('a body that arrives too slowly is refused as well: single bytes gain no time', async () => {
  const drops = Array.from({ length: 200 }, () => ' ')
  const answer = await converse([`${head}Content-Length: 200\r\n\r\n`, ...drops], 50)
  expect(answer).toMatch(/^HTTP\/1\.1 408 /)
  await stillServes()
})

test('a body that announces more than is allowed is refused before it arrives: 413', async () => {
  const answer = await converse([`${head}Content-Length: 1000001\r\n\r\n`])
  expect(answer).toMatch(/^HTTP\/1\.1 413 /)
  await stillServes()
})

test('a header section that never ends is cut off', async () => {
  const lines = Array.from({ length: 1_000 }, (_, index) => `X-${index}: y\r\n`)
  const answer = await converse(['GET /livez HTTP/1.1\r\nHost: x\r\n', ...lines], 50)
  expect(answer).toMatch(/^HTTP\/1\.1 408 /)
  await stillServes()
})

test.each([
  ['one header that is too large', `X-Large: ${'x'.repeat(100_000)}\r\n`],
  ['thousands of headers', 'X-Many: y\r\n'.repeat(20_000)],
])('too many headers are refused with 431: %s', async (_name, headers) => {
  const answer = await converse([`GET /livez HTTP/1.1\r\nHost: x\r\n${headers}\r\n`])
  expect(answer).toMatch(/^HTTP\/1\.1 431 /)
  await stillServes()
})

test.each([
  ['two lengths', 'Content-Length: 5\r\nContent-Length: 6\r\n'],
  ['a length and chunks', 'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n'],
])('an ambiguous request is refused: %s', async (_name, headers) => {
  const answer = await converse([`${head}${headers}\r\n0\r\n\r\nGET /livez HTTP/1.1\r\n\r\n`])
  expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1)
})

test('nothing more is read for a caller who has disconnected, and no error is logged', async () => {
  const query = '{ savedViews { nodes { id name } } }'
  const leaving = new AbortController()
  const countRequests = () => app.logs.filter(({ msg }) => msg === 'request').length
  // The token is cached, so it needn't be looked up again then.
  await stillServes()
  const one = await app.owner.startTransaction().execute()
  await sql`lock table task in access exclusive mode`.execute(one)
  overheard = ''
  // The only connection of the pool waits for the lock; what comes after waits for the connection.
  const first = ada.gql('mutation { createTask(input: { title: "First" }) { task { id } } }')
  await waitFor('The first', async () => (overheard.includes('begin\0') ? true : undefined))
  const before = countRequests()
  const gone = fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ada.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
    signal: leaving.signal,
  })
  await sleep(300)
  leaving.abort()
  await expect(gone).rejects.toThrow()
  await waitFor('The end of the request', async () => (countRequests() > before ? true : undefined))
  await one.rollback().execute()
  expect((await first).status).toBe(200)
  await stillServes()
  expect(overheard).not.toContain('saved_view')
  // Reads for a client who stays connected are recorded.
  await ada.data(query)
  expect(overheard).toContain('saved_view')
  expect(app.logs.filter(({ level }) => level === 'error' || level === 'warn')).toEqual([])
})
