import { once } from 'node:events'
import { request } from 'node:http'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { EventTurns } from '../../src/changes/event-turns.ts'
import { embeddedAddress } from '../../src/db/embedded/address.ts'
import { startEmbeddedDatabase } from '../../src/db/embedded/engine.ts'
import { liveEventSize, maxEventsOnTheWay } from '../../src/domain/limits.ts'
import type { Answer } from '../support/ask.ts'
import { followLive } from '../support/live-changes.ts'
import type { Person } from '../support/person.ts'
import { waitFor } from '../support/server-process.ts'
import { startTestApp, testSecret } from '../support/test-app.ts'
import { createTestDatabase } from '../support/test-database.ts'

// Two API processes on one database: one with small budgets, one with more than enough.

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
const database = stack.use(await createTestDatabase())
const embedded = { dataDir: database.dataDir, secret: testSecret }
if (!database.databaseUrl) stack.use(await startEmbeddedDatabase(embedded))
const databaseUrl = database.databaseUrl ?? embeddedAddress(embedded).url
const shared = { ...database, databaseUrl }
const rich = stack.use(await startTestApp({ database: shared, exactBudget: true }))
const pointsPerSecond = 200
const poor = stack.use(
  await startTestApp({
    database: shared,
    env: {
      QUERY_MAX_COST: '2000',
      BUDGET_POINTS: '3000',
      BUDGET_POINTS_PER_SECOND: String(pointsPerSecond),
    },
  }),
)

const ids = 'subscription ($since: SyncCursor) { changes(since: $since) { changes { id } } }'
const createTasks =
  'mutation ($input: CreateTasksInput!) { createTasks(input: $input) { mutationId } }'
const tasks = (count: number) => ({
  tasks: Array.from({ length: count }, (_, nth) => ({ title: `Task ${nth}` })),
})
const pointsOf = (answer: Answer) => Number(answer.headers.get('ratelimit-remaining'))
const askPoor = (person: Person, query: string) =>
  fetch(`${poor.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${person.token}` },
    body: JSON.stringify({ query }),
  })

test('an event contains a limited number of changes, and costs as much as it contains', async () => {
  const ada = await rich.createPerson('ada')
  const since = (await ada.data('{ syncCursor }')).syncCursor
  using live = await followLive(rich.url, ada, since, ids)
  expect((await live.next())?.data.data.changes.changes).toEqual([])
  const before = pointsOf(await ada.gql(createTasks, { input: tasks(250) }))
  const sizes: number[] = []
  while (sizes.reduce((sum, size) => sum + size, 0) < 250)
    sizes.push((await live.next())?.data.data.changes.changes.length)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(liveEventSize)
  // A point for each change, and one for each page; each is charged before it is sent.
  const spent = before - pointsOf(await ada.gql('{ __typename }')) - 1
  expect(spent).toBeGreaterThanOrEqual(250 + sizes.length)
  expect(spent).toBeLessThan(250 + 2 * sizes.length)
})

test('a subscriber over their budget waits for the next event, and misses nothing', async () => {
  const bob = await rich.createPerson('bob')
  using live = await followLive(poor.url, bob, null, ids)
  await live.next()
  await bob.gql(createTasks, { input: tasks(1) })
  const dear = '{ tasks(first: 100) { nodes { list { id } parent { id } } } }'
  for (let sent = 0; sent < 15; sent += 1) await bob.gql(dear)
  const refusal = await waitFor('An empty budget', async () => {
    const answer = await askPoor(bob, '{ __typename }')
    return answer.status === 429 ? answer : undefined
  })
  const refusedAtMs = Date.now()
  const waitSeconds = Number(refusal.headers.get('retry-after'))
  await bob.gql(createTasks, { input: tasks(3) })
  let seen = 0
  while (seen < 4) seen += (await live.next())?.data.data.changes.changes.length
  expect(seen).toBe(4)
  expect(waitSeconds).toBeGreaterThan(1)
  expect(Date.now() - refusedAtMs).toBeGreaterThan((waitSeconds - 1) * 1000 - 100)
})

test('a person’s events in flight are limited', async () => {
  const turns = new EventTurns(maxEventsOnTheWay)
  const { signal } = new AbortController()
  const take = async (userId: string) => {
    const turn = await turns.take(userId, signal)
    turn.noteMade(0)
    return turn
  }
  const first = await take('ada')
  for (let taken = 1; taken < maxEventsOnTheWay; taken += 1) await take('ada')
  let next: Disposable | undefined
  const waiting = take('ada').then((turn) => {
    next = turn
  })
  await take('bob')
  expect(next).toBeUndefined()
  first[Symbol.dispose]()
  await waiting
  expect(next).toBeDefined()
  const gone = new AbortController()
  const left = turns.take('ada', gone.signal)
  gone.abort()
  await left
})

test('a person’s events are created one after the other, with a pause after each', async () => {
  const order: string[] = []
  const rest = Promise.withResolvers<void>()
  const turns = new EventTurns(maxEventsOnTheWay, () => rest.promise)
  const { signal } = new AbortController()
  const take = async (userId: string, name: string) => {
    const turn = await turns.take(userId, signal)
    order.push(name)
    return turn
  }
  const first = await take('ada', 'first')
  const second = take('ada', 'second')
  await take('bob', 'bob’s')
  first.noteMade(10)
  // Taking the event doesn't shorten the pause.
  first[Symbol.dispose]()
  await nextTurn()
  order.push('the rest ends')
  rest.resolve()
  await second
  expect(order).toEqual(['first', 'bob’s', 'the rest ends', 'second'])
})

test('an event that one device doesn’t read delays no other device', async () => {
  const cid = await rich.createPerson('cid')
  const texts = Array.from({ length: 16 }, (_, nth) => `a${nth}: description`).join(' ')
  const long = `subscription ($since: SyncCursor) { changes(since: $since) { changes { node { ... on Task { ${texts} } } } } }`
  const description = 'x'.repeat(50_000)
  const one = { title: 'Long', description }
  await cid.data(createTasks, { input: { tasks: Array.from({ length: 10 }, () => one) } })
  using _unread = await listenUnread(rich.url, cid, long)
  using live = await followLive(rich.url, cid, null, ids)
  expect((await live.next())?.data.data.changes.changes.length).toBeGreaterThan(0)
})

/** Opens a live result and reads nothing of it. */
async function listenUnread(url: string, { token }: Person, query: string): Promise<Disposable> {
  const outgoing = request(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      authorization: `Bearer ${token}`,
    },
  })
  outgoing.end(JSON.stringify({ query }))
  const [response] = await once(outgoing, 'response')
  response.pause()
  return { [Symbol.dispose]: () => outgoing.destroy() }
}
