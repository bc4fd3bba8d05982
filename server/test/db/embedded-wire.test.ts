import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { connectDatabase } from '../../src/db/connect.ts'
import { embeddedAddress } from '../../src/db/embedded/address.ts'
import { startEmbeddedDatabase } from '../../src/db/embedded/engine.ts'
import { askForProof, int32, message, welcome } from '../../src/db/embedded/wire-messages.ts'
import { startForwarder } from '../support/forwarder.ts'
import { testSecret } from '../support/test-app.ts'
import { createEmbeddedDatabase } from '../support/test-database.ts'

// The wire server through which drivers connect to the embedded engine, with `pg` itself and with
// raw sockets.

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
const { dataDir } = stack.use(await createEmbeddedDatabase())
const settings = { dataDir, secret: testSecret }
stack.use(await startEmbeddedDatabase(settings))
const { url, port } = embeddedAddress(settings)

const setup = await connectClient()
await setup.query('create table line (text text not null)')

async function connectClient(connectionString = url) {
  const client = new pg.Client({ connectionString })
  client.on('error', () => {})
  await client.connect()
  stack.defer(() => client.end())
  return client
}

const countLines = async (client: pg.Client, text: string) => {
  const { rows } = await client.query('select count(*)::int as n from line where text = $1', [text])
  return rows[0].n
}

test.each([
  ['another password', () => 'wrong'],
  ['no password', () => ''],
  ['a password that only begins right', (password: string) => `${password}x`],
])('%s is refused', async (_name, change) => {
  const address = new URL(url)
  address.password = change(address.password)
  await expect(connectClient(address.href)).rejects.toThrow(/password/)
})

test('a driver that asks for TLS learns that there is none, on loopback', async () => {
  await expect(connectClient(`${url}?sslmode=verify-full`)).rejects.toThrow(/SSL/)
})

/** Its answer to a message, which may depend on the content. */
type Answer = Buffer | ((said: Buffer) => Buffer)

/** Replaces the embedded database, and records what it receives. */
async function startImpostor(...answers: Answer[]) {
  const received: Buffer[] = []
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.on('data', (bytes: Buffer) => {
      received.push(bytes)
      const answer = answers.shift()
      if (answer) socket.write(typeof answer === 'function' ? answer(bytes) : answer)
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const embedded = { ...settings, port: (server.address() as AddressInfo).port }
  const connections = connectDatabase({
    embedded,
    pool: { maxConnections: 1, connectTimeoutSeconds: 5, idleTimeoutSeconds: 5 },
  })
  onTestFinished(() => connections[Symbol.asyncDispose]())
  return { received, ask: () => connections.pool.query("select 'something private'") }
}

const fakeProof = Buffer.from(`v=${Buffer.alloc(32).toString('base64')}`)
const fakeChallenge = Buffer.from('r=whatever,s=AAAA,i=1')
/** One that goes on from the client's own nonce, as it must. */
const goOn = (said: Buffer) => {
  const [, nonce] = /r=([!-+\--~]+)/.exec(said.toString('latin1')) ?? []
  return message('R', int32(11), Buffer.from(`r=${nonce}more,s=AAAA,i=1`))
}

test.each<[string, Answer[]]>([
  ['asks for the password as it is', [message('R', int32(3))]],
  ['asks for it by MD5', [message('R', int32(5), Buffer.from('salt'))]],
  ['asks for nothing', [welcome('17.0')]],
  ['asks for a proof and gives none', [askForProof('SCRAM-SHA-256'), welcome('17.0')]],
  [
    'gives a wrong proof at the end',
    [
      askForProof('SCRAM-SHA-256'),
      goOn,
      Buffer.concat([message('R', int32(12), fakeProof), welcome('17.0')]),
    ],
  ],
  [
    'gives a wrong proof',
    [
      askForProof('SCRAM-SHA-256'),
      Buffer.concat([
        message('R', int32(11), fakeChallenge),
        message('R', int32(12), fakeProof),
        welcome('17.0'),
      ]),
    ],
  ],
])(
  'an impostor that %s is refused, and receives neither password nor statement',
  async (_name, answers) => {
    const { received, ask } = await startImpostor(...answers)
    await expect(ask()).rejects.toThrow()
    const text = Buffer.concat(received).toString('latin1')
    expect(text).toContain('tend')
    expect(text).not.toContain(new URL(url).password)
    // A digest of the password can be guessed at, and is all that some servers ask for.
    expect(text).not.toContain('md5')
    expect(text).not.toContain('something private')
  },
)

test.each([
  ['the length 0', int32(0)],
  ['a negative length', int32(-5)],
  ['a length of a gigabyte', Buffer.concat([int32(1 << 30), Buffer.alloc(100)])],
  ['HTTP', Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')],
  ['protocol 2', Buffer.concat([int32(8), int32(131_072)])],
  ['a start-up too short', Buffer.concat([int32(6), Buffer.alloc(2)])],
  [
    'a query before the password',
    Buffer.concat([int32(8), int32(196_608), Buffer.from('Q'), int32(9), Buffer.from('quit\0')]),
  ],
  [
    'a password without end',
    Buffer.concat([int32(8), int32(196_608), Buffer.from('p'), int32(1 << 29)]),
  ],
])('a stranger who sends %s is disconnected, without effect on others', async (_name, bytes) => {
  const socket = connect({ port, host: '127.0.0.1' })
  socket.on('error', () => {})
  socket.resume().write(bytes)
  await once(socket, 'close', { signal: AbortSignal.timeout(5_000) })
  expect((await setup.query('select 1 as one')).rows).toEqual([{ one: 1 }])
})

test('parameters of three megabytes pass both ways', async () => {
  const big = 'ä€𝕏'.repeat(350_000)
  const { rows } = await setup.query('select $1::text as big, length($1::text) as length', [big])
  expect(rows[0].length).toBe(1_050_000)
  expect(rows[0].big === big).toBe(true)
})

test.each([1, 3, 1000])('messages may arrive in pieces of %i bytes', async (chunkBytes) => {
  await using forwarder = await startForwarder({ target: { host: '127.0.0.1', port }, chunkBytes })
  const address = new URL(url)
  address.port = String(forwarder.port)
  const client = await connectClient(address.href)
  const text = 'x'.repeat(chunkBytes * 100)
  expect((await client.query('select $1::text as text', [text])).rows).toEqual([{ text }])
  await client.end()
})

test('transactions of several connections don’t mix', async () => {
  const clients = await Promise.all(Array.from({ length: 6 }, () => connectClient()))
  await Promise.all(
    clients.map(async (client, index) => {
      const text = `mine ${index}`
      for (let round = 0; round < 5; round += 1) {
        await client.query('begin')
        await client.query("select set_config('app.user_id', $1, true)", [text])
        await client.query('insert into line values ($1)', [text])
        await sleep(index % 3)
        const { rows } = await client.query("select current_setting('app.user_id') as user")
        expect(rows).toEqual([{ user: text }])
        await client.query(index % 2 ? 'rollback' : 'commit')
      }
    }),
  )
  for (const index of clients.keys())
    expect(await countLines(setup, `mine ${index}`)).toBe(index % 2 ? 0 : 5)
})

test('a client that disconnects within a transaction is rolled back and blocks nobody', async () => {
  const vanishing = await connectClient()
  await vanishing.query('begin')
  await vanishing.query("insert into line values ('vanished')")
  const waiting = countLines(setup, 'vanished')
  vanishing.connection.stream.destroy()
  expect(await waiting).toBe(0)
})

test('a client that disconnects while it waits or while its statement runs blocks nobody', async () => {
  const holder = await connectClient()
  await holder.query('begin')
  const [inLine, running] = [await connectClient(), await connectClient()]
  inLine.query("insert into line values ('left the line')").catch(() => {})
  await sleep(20)
  inLine.connection.stream.destroy()
  await sleep(20)
  await holder.query('commit')
  running.query('select count(*) from generate_series(1, 300000)').catch(() => {})
  await sleep(5)
  running.connection.stream.destroy()
  expect(await countLines(setup, 'left the line')).toBe(0)
})

test('an error leaves the connection usable: alone, in a transaction, among several statements', async () => {
  const client = await connectClient()
  await expect(client.query('select 1/0')).rejects.toMatchObject({ code: '22012' })
  await expect(client.query('select $1::int', ['x'])).rejects.toMatchObject({ code: '22P02' })
  await client.query('begin')
  await expect(client.query('select nothing')).rejects.toMatchObject({ code: '42703' })
  await expect(client.query('select 1')).rejects.toMatchObject({ code: '25P02' })
  await client.query('rollback')
  const several = await client.query("select 1; insert into line values ('several'); select 2")
  expect(several).toHaveLength(3)
  await expect(client.query("insert into line values ('undone'); select 1/0")).rejects.toThrow()
  expect(await countLines(client, 'undone')).toBe(0)
})

test('a session setting doesn’t outlive its transaction', async () => {
  const client = await connectClient()
  onTestFinished(() => client.end())
  await client.query(
    "begin; set local role tend_api_postgres; select set_config('app.user_id', 'a', true)",
  )
  await client.query('commit')
  const { rows } = await setup.query(
    "select current_user = session_user as same, coalesce(current_setting('app.user_id', true), '') as user",
  )
  expect(rows).toEqual([{ same: true, user: '' }])
})
