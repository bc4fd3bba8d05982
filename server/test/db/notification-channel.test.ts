import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { expect, test, vi } from 'vitest'
import { directUrl, packUserIds } from '../../src/db/notification-channel.ts'
import { openNotification, sealNotification } from '../../src/db/notification-seal.ts'
import { followLive, type LiveResult } from '../support/live-changes.ts'
import { runMutation } from '../support/run-mutation.ts'
import { startTestApp, testSecret } from '../support/test-app.ts'
import { createTestDatabase, testServerUrl } from '../support/test-database.ts'

test('Neon’s pooler is bypassed, every other address stays the same', () => {
  const neon =
    'postgres://u:p@ep-cool-name-123-pooler.eu-central-1.aws.neon.tech/db?sslmode=require'
  expect(directUrl(neon)).toBe(neon.replace('-pooler', ''))
  const plain = 'postgres://u:p@db-pooler.example.com:6432/db'
  expect(directUrl(plain)).toBe(plain)
})

test('ids are packed into payloads that NOTIFY accepts, whatever they contain, and none is lost', () => {
  expect(packUserIds([])).toEqual([])
  const userIds = Array.from({ length: 2_000 }, (_, nth) => `${nth}"ü`.padEnd(32, 'x'))
  const payloads = packUserIds(userIds).map((list) => sealNotification(list, testSecret))
  expect(payloads.length).toBeGreaterThan(1)
  for (const payload of payloads) expect(Buffer.byteLength(payload)).toBeLessThan(8_000)
  const lists = payloads.map((payload) => openNotification(payload, { current: testSecret }) ?? '')
  expect(lists.flatMap((list) => JSON.parse(list))).toEqual(userIds)
})

test('a notification can be read with the secret, or the previous one, and with no other', () => {
  const payload = sealNotification('["ada"]', testSecret)
  const other = `${testSecret}-other`
  expect(openNotification(payload, { current: other, previous: testSecret })).toBe('["ada"]')
  expect(openNotification(payload, { current: other })).toBeUndefined()
  for (const forged of ['', '["ada"]', 'AAAA', payload.slice(4), `AAAA${payload.slice(4)}`])
    expect(openNotification(forged, { current: testSecret }), forged).toBeUndefined()
})

/** Two apps on one database, like two API processes; subscribers rely on their notifications. */
async function startPair() {
  await using stack = new AsyncDisposableStack()
  const database = stack.use(await createTestDatabase())
  const options = { database, app: { lookEverySeconds: 600 } }
  const writing = stack.use(await startTestApp(options))
  const listening = stack.use(await startTestApp(options))
  const resources = stack.move()
  return { writing, listening, [Symbol.asyncDispose]: () => resources.disposeAsync() }
}

async function nextNames(live: LiveResult): Promise<string[]> {
  const event = await live.next()
  return event?.data.data.changes.changes.map(
    (change: { node: { name: string } }) => change.node.name,
  )
}

test.runIf(testServerUrl)('another process is notified of a change immediately', async () => {
  await using pair = await startPair()
  const ada = await pair.writing.createPerson('ada')
  using live = await followLive(pair.listening.url, ada)
  await nextNames(live)
  const delays: number[] = []
  for (let nth = 0; nth < 50; nth += 1) {
    await runMutation(ada, 'createTag', { name: `tag ${nth}` }, 'mutationId')
    const committedAt = performance.now()
    expect(await nextNames(live)).toEqual([`tag ${nth}`])
    delays.push(performance.now() - committedAt)
  }
  expect(Math.max(...delays)).toBeLessThan(1_000)
})

test.runIf(testServerUrl)(
  'a listener without the secret receives no ids, and its forgeries stop nothing',
  async () => {
    await using pair = await startPair()
    const ada = await pair.writing.createPerson('ada')
    using live = await followLive(pair.listening.url, ada)
    await nextNames(live)
    const stranger = new pg.Client({ connectionString: pair.writing.config.databaseUrl })
    await stranger.connect()
    await using _stranger = { [Symbol.asyncDispose]: () => stranger.end() }
    const forged = [`["${ada.userId}"]`, 'x', '{', '']
    const received: string[] = []
    stranger.on('notification', ({ payload = '' }) => {
      if (!forged.includes(payload)) received.push(payload)
    })
    await stranger.query('listen tend_changes')
    for (const payload of forged)
      await stranger.query('select pg_notify($1, $2)', ['tend_changes', payload])
    await runMutation(ada, 'createTag', { name: 'in private' }, 'mutationId')
    expect(await nextNames(live)).toEqual(['in private'])
    await vi.waitFor(() => expect(received).toHaveLength(1))
    expect(received[0]).not.toContain(ada.userId)
    expect(Buffer.from(received[0] ?? '', 'base64').toString('latin1')).not.toContain(ada.userId)
  },
)

test.runIf(testServerUrl)(
  'the connection is restored automatically, and missed changes are looked up',
  async () => {
    await using pair = await startPair()
    const ada = await pair.writing.createPerson('ada')
    using live = await followLive(pair.listening.url, ada)
    await nextNames(live)
    await runMutation(ada, 'createTag', { name: 'before' }, 'mutationId')
    expect(await nextNames(live)).toEqual(['before'])

    const { rows } = await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'tend-nudges' and datname = current_database()`.execute(
      pair.writing.owner,
    )
    expect(rows).toHaveLength(2)
    await runMutation(ada, 'createTag', { name: 'meanwhile' }, 'mutationId')
    expect(await nextNames(live)).toEqual(['meanwhile'])
    await sleep(1_000)
    await runMutation(ada, 'createTag', { name: 'after' }, 'mutationId')
    expect(await nextNames(live)).toEqual(['after'])
  },
)
