import { randomUUIDv7 } from 'node:crypto'
import { type IncomingMessage, request } from 'node:http'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { embeddedAddress } from '../../src/db/embedded/address.ts'
import { startEmbeddedDatabase } from '../../src/db/embedded/engine.ts'
import type { TransferLimits } from '../../src/http/http-exchange.ts'
import type { Person } from '../support/person.ts'
import { runMutation } from '../support/run-mutation.ts'
import { waitFor } from '../support/server-process.ts'
import { startTestApp, testSecret } from '../support/test-app.ts'
import { createTestDatabase, testServerUrl } from '../support/test-database.ts'
import { exportFrom } from '../support/transfer.ts'

// Readers of exports that stop reading in the midst of it.

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
const database = stack.use(await createTestDatabase())
const embedded = { dataDir: database.dataDir, secret: testSecret }
if (!database.databaseUrl) stack.use(await startEmbeddedDatabase(embedded))
const databaseUrl = database.databaseUrl ?? embeddedAddress(embedded).url

const startApp = async (transferLimits: Partial<TransferLimits>) =>
  stack.use(
    await startTestApp({
      env: { BUDGET_POINTS: '100000', BUDGET_POINTS_PER_SECOND: '1' },
      app: { transferLimits },
      database: { ...database, databaseUrl },
    }),
  )
const patient = await startApp({ perProcess: 1 })
const single = await startApp({ atOnce: 1 })
const strict = await startApp({ stallSeconds: 1 })
const narrow = await startApp({ maxExportBytes: 1_000_000 })

/** Bytes that no two buffers between the ends of a connection hold. */
const manyBytes = 16_000_000
const noteLength = 50_000

async function writeNotes({ userId }: Person, bytes: number): Promise<void> {
  const lists = patient.owner.selectFrom('list').select('id').where('user_id', '=', userId)
  const { id } = await lists.executeTakeFirstOrThrow()
  const tasks = Array.from({ length: bytes / noteLength }, (_, nth) => ({
    ...{ user_id: userId, id: randomUUIDv7(), list_id: id, title: `Task ${nth}` },
    ...{ position: `c${String(nth).padStart(3, '0')}`, description: 'x'.repeat(noteLength) },
  }))
  await patient.owner.insertInto('task').values(tasks).execute()
}

const { ada, bob } = await patient.createPeople('ada', 'bob')
await writeNotes(ada, manyBytes)

/** Begins to read an export and stops at once. */
function beginExport(app: { url: string }, person: Person): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const headers = { authorization: `Bearer ${person.token}` }
  request(`${app.url}/export.json`, { headers, agent: false }, (response) => {
    response.pause()
    resolve(response)
  })
    .on('error', reject)
    .end()
  return promise
}

async function readOn(response: IncomingMessage): Promise<number> {
  let length = 0
  for await (const chunk of response) length += chunk.length
  return length
}

test('a client that stops reading holds nothing of the database, and gets everything in the end', async () => {
  const response = await beginExport(patient, ada)
  expect(response.statusCode).toBe(200)
  await runMutation(ada, 'createTask', { title: 'Meanwhile' }, 'mutationId')
  await runMutation(bob, 'createTask', { title: 'Meanwhile' }, 'mutationId')
  if (testServerUrl) {
    const open = sql<{ count: number }>`
      select count(*)::int as count from pg_stat_activity
      where datname = current_database() and state like 'idle in transaction%'`
    expect((await open.execute(patient.owner)).rows).toEqual([{ count: 0 }])
  }
  expect(await readOn(response)).toBeGreaterThan(manyBytes)
})

test('a client that stops reading doesn’t keep others from the one database connection', async () => {
  const response = await beginExport(single, ada)
  expect((await exportFrom(single.url, bob)).headers.get('x-total-tasks')).toBe('1')
  expect(await readOn(response)).toBeGreaterThan(manyBytes)
})

test('when the maximum number runs, others are asked to retry later', async () => {
  const response = await beginExport(patient, ada)
  const refused = (person: Person) =>
    fetch(`${patient.url}/export.csv`, { headers: { authorization: `Bearer ${person.token}` } })
  const own = await refused(ada)
  expect([own.status, own.headers.get('retry-after')]).toEqual([429, '10'])
  expect((await own.json()).errors[0]).toMatchObject({
    message: 'An export or import of yours is running already. Wait for its end and try again.',
    extensions: { code: 'RATE_LIMITED' },
  })
  const other = await refused(bob)
  expect([other.status, other.headers.get('retry-after')]).toEqual([503, '10'])
  expect((await other.json()).errors[0]).toMatchObject({
    message: expect.stringContaining('Try again in 10 seconds'),
    extensions: { code: 'SERVICE_UNAVAILABLE' },
  })
  await readOn(response)
  expect((await exportFrom(patient.url, bob)).headers.get('x-total-tasks')).toBe('1')
})

test('a client that stops reading for too long is cut off, and can retry', async () => {
  const response = await beginExport(strict, ada)
  const busy = async () => {
    const headers = { authorization: `Bearer ${ada.token}` }
    const answer = await fetch(`${strict.url}/export.csv`, { headers })
    await answer.body?.cancel()
    return answer.status === 429
  }
  expect(await busy()).toBe(true)
  await waitFor('the slow reader to be cut', async () => ((await busy()) ? undefined : true))
  await expect(readOn(response)).rejects.toMatchObject({ code: 'ECONNRESET' })
})

test('an export larger than a file may be is refused with the figure', async () => {
  const headers = { authorization: `Bearer ${ada.token}` }
  const answer = await fetch(`${narrow.url}/export.json`, { headers })
  expect(answer.status).toBe(409)
  expect((await answer.json()).errors[0]).toMatchObject({
    message: expect.stringContaining('1,000,000 bytes'),
    extensions: { code: 'LIMIT_EXCEEDED' },
  })
})

test('an export costs what it contains, and the budget shows it', async () => {
  const eve = await patient.createPerson('eve')
  await writeNotes(eve, 1_000_000)
  const remaining = async () =>
    Number((await eve.gql('{ me { id } }')).headers.get('ratelimit-remaining'))
  const before = await remaining()
  await exportFrom(patient.url, eve)
  const spent = before - (await remaining())
  expect(spent).toBeGreaterThan(1_000)
  expect(spent).toBeLessThan(1_100)
})
