import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { neonConfig } from '@neondatabase/serverless'
import { afterAll, expect, test } from 'vitest'
import { createWebSocketStream, WebSocketServer } from 'ws'
import { embeddedAddress } from '../../src/db/embedded/address.ts'
import { startEmbeddedDatabase } from '../../src/db/embedded/engine.ts'
import { isNeon } from '../../src/db/pool.ts'
import { codesOf } from '../support/ask.ts'
import { tryMutation } from '../support/run-mutation.ts'
import { addTasks, taskPayload } from '../support/task-operations.ts'
import { startTestApp, testSecret } from '../support/test-app.ts'
import { createTestDatabase } from '../support/test-database.ts'

// Neon's own driver, over a WebSocket as it connects to Neon, to our own database: on the tested
// Postgres server, or on the embedded one.

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
const database = stack.use(await createTestDatabase())
const embedded = { dataDir: database.dataDir, secret: testSecret }
if (!database.databaseUrl) stack.use(await startEmbeddedDatabase(embedded))
const target = new URL(database.databaseUrl ?? embeddedAddress(embedded).url)

const proxy = new WebSocketServer({ port: 0, host: '127.0.0.1' })
await once(proxy, 'listening')
stack.defer(() => {
  for (const client of proxy.clients) client.terminate()
  proxy.close()
})
let connectionCount = 0
proxy.on('connection', (socket) => {
  connectionCount += 1
  const stream = createWebSocketStream(socket)
  const server = connect({ host: target.hostname, port: Number(target.port || 5432) })
  for (const end of [stream, server]) end.on('error', () => end.destroy())
  stream.pipe(server).pipe(stream)
  server.on('close', () => socket.terminate())
})
neonConfig.wsProxy = () => `127.0.0.1:${(proxy.address() as AddressInfo).port}/v2`
neonConfig.useSecureWebSocket = false
neonConfig.pipelineConnect = false
neonConfig.pipelineTLS = false

const neonUrl = new URL(target)
neonUrl.host = 'ep-quiet-river-a1b2c3d4.eu-central-1.aws.neon.tech'
neonUrl.port = ''
const app = stack.use(await startTestApp({ database: { ...database, databaseUrl: neonUrl.href } }))
const { ada, bob } = await app.createPeople('ada', 'bob')

test('only Neon’s own hosts are connected through its driver', () => {
  expect(isNeon(neonUrl.href)).toBe(true)
  for (const host of ['neon.tech.example.com', 'notneon.tech', 'localhost', 'db.example.com'])
    expect(isNeon(`postgres://u:p@${host}/db`)).toBe(false)
})

test('the API works over Neon’s driver: migrations, reads, writes, errors', async () => {
  expect(connectionCount).toBeGreaterThan(0)
  const [task] = await addTasks(ada, 'Über die Leitung 🧵')
  expect(
    await ada.data('{ me { id } tasks { totalCount nodes { id title list { name } } } }'),
  ).toEqual({
    me: { id: ada.userId },
    tasks: {
      totalCount: 1,
      nodes: [{ id: task?.id, title: 'Über die Leitung 🧵', list: { name: 'Inbox' } }],
    },
  })
  const listId = '00000000-0000-4000-8000-000000000000'
  expect(
    codesOf(await tryMutation(ada, 'createTask', { title: 'x', listId }, taskPayload)),
  ).toEqual(['NOT_FOUND'])
  expect(codesOf(await tryMutation(bob, 'completeTask', { id: task?.id }, taskPayload))).toEqual([
    'NOT_FOUND',
  ])
})

test('two people in parallel over Neon’s driver each see their own rows', async () => {
  await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      addTasks(index % 2 ? ada : bob, index % 2 ? 'a' : 'b'),
    ),
  )
  const { tasks } = await bob.data('{ tasks(first: 100) { nodes { title } } }')
  expect(tasks.nodes).toEqual(Array.from({ length: 20 }, () => ({ title: 'b' })))
})

test('when the connection to Neon breaks, the next requests use a new one', async () => {
  const before = connectionCount
  for (const client of proxy.clients) client.terminate()
  const deadline = Date.now() + 15_000
  let answer = await bob.gql('{ tasks { totalCount } }')
  while (answer.status !== 200 && Date.now() < deadline) {
    expect([answer.status, codesOf(answer)]).toEqual([503, ['SERVICE_UNAVAILABLE']])
    answer = await bob.gql('{ tasks { totalCount } }')
  }
  expect(answer.data).toEqual({ tasks: { totalCount: 20 } })
  expect(connectionCount).toBeGreaterThan(before)
})
