import { afterAll, expect, test } from 'vitest'
import { openBudgets } from '../../src/budget/budgets.ts'
import { embeddedAddress } from '../../src/db/embedded/address.ts'
import { startEmbeddedDatabase } from '../../src/db/embedded/engine.ts'
import { createLogger } from '../../src/logger.ts'
import { createAccessToken } from '../support/access-token.ts'
import { ask, codesOf, send } from '../support/ask.ts'
import type { Bearer, Person } from '../support/person.ts'
import { waitFor } from '../support/server-process.ts'
import { startTestApp, testSecret } from '../support/test-app.ts'
import { createTestDatabase } from '../support/test-database.ts'

// Two API processes on one database; a budget that hardly refills while the test runs.

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
const database = stack.use(await createTestDatabase())
const embedded = { dataDir: database.dataDir, secret: testSecret }
if (!database.databaseUrl) stack.use(await startEmbeddedDatabase(embedded))
const databaseUrl = database.databaseUrl ?? embeddedAddress(embedded).url
const env = { QUERY_MAX_COST: '400', BUDGET_POINTS: '1000', BUDGET_POINTS_PER_SECOND: '1' }
const options = { env, database: { ...database, databaseUrl } }
const app = stack.use(await startTestApp(options))
const other = stack.use(await startTestApp(options))

const rateLimit = '{ rateLimit { limit cost remaining refillPerSecond resetAt } }'
const dear = '{ tasks(first: 100) { nodes { list { id } } } lists(first: 98) { nodes { id } } }'

/** Spends 301 points. */
const spend = (person: Bearer) => person.gql(dear)

const remainingOf = (answer: { headers: Headers }) =>
  Number(answer.headers.get('ratelimit-remaining'))

const askOther = (person: Bearer, query: string) =>
  ask(other.url, { query }, { authorization: `Bearer ${person.token}` })

const silent = createLogger('silent')

/** What all processes know of. */
async function sharedLevel({ userId }: Person): Promise<number> {
  const rows = app.owner.selectFrom('spending').select('level').where('user_id', '=', userId)
  return Number((await rows.executeTakeFirst())?.level ?? 0)
}

test('a dry run returns an operation’s estimated cost, runs nothing and costs a point', async () => {
  const ada = await app.createPerson('dry')
  const dryRun = (operation: { query: string; variables?: object }) =>
    send(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${ada.token}` },
      body: JSON.stringify({ ...operation, extensions: { dryRun: true } }),
    })
  const estimate = { data: null, extensions: { cost: { estimated: 300, allowed: 400 } } }
  const before = remainingOf(await ada.gql(rateLimit))
  const unknown = await dryRun({ query: dear })
  expect(unknown.status).toBe(200)
  expect(JSON.parse(unknown.text)).toEqual(estimate)
  // A point for each request, and what it takes to read a document for the first time.
  expect(before - remainingOf(unknown)).toBeLessThan(10)
  await spend(ada)
  const known = await dryRun({ query: dear })
  expect(JSON.parse(known.text)).toEqual(estimate)

  const create = 'mutation ($input: CreateTaskInput!) { createTask(input: $input) { mutationId } }'
  const made = await dryRun({ query: create, variables: { input: { title: 'Never' } } })
  expect(JSON.parse(made.text)).toMatchObject({
    data: null,
    extensions: { cost: { estimated: 11 } },
  })
  expect((await ada.gql('{ tasks { nodes { id } } }')).data.tasks.nodes).toEqual([])
  expect(
    codesOf(await dryRun({ query: '{ tasks(first: 100) { nodes { tags { id } } } }' })),
  ).toEqual(['QUERY_TOO_COMPLEX'])
})

test('an answer reports the budget, in its headers and on request', async () => {
  const ada = await app.createPerson('ada')
  const { data, headers } = await ada.gql(rateLimit)
  // One for the request, one for the object.
  expect(data.rateLimit).toMatchObject({
    limit: 1_000,
    cost: 2,
    remaining: 998,
    refillPerSecond: 1,
  })
  expect(headers.get('ratelimit-limit')).toBe('1000')
  expect(headers.get('ratelimit-remaining')).toBe('998')
  expect(headers.get('ratelimit-reset')).toBe('2')
  const soon = Date.parse(data.rateLimit.resetAt) - Date.now()
  expect(soon).toBeGreaterThan(-5_000)
  expect(soon).toBeLessThan(3_000)
  expect(remainingOf(await spend(ada))).toBeLessThanOrEqual(998 - 301 + 10)
})

test('a person without budget is refused with 429 and the time to wait; others aren’t', async () => {
  const { ada, bob } = await app.createPeople('ada', 'bob')
  const answers = [await spend(ada), await spend(ada), await spend(ada), await spend(ada)]
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429])
  const last = answers[3]
  if (!last) throw new Error('Four answers were expected')
  expect(codesOf(last)).toEqual(['RATE_LIMITED'])
  expect(last.data).toBeUndefined()
  // About 97 are left, one a second comes back, 300 are missing.
  expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(100)
  expect(Number(last.headers.get('retry-after'))).toBeLessThan(301)
  expect(last.errors?.[0]?.message).toContain(`${last.headers.get('retry-after')} seconds`)
  expect((await ada.gql('{ me { id } }')).status).toBe(200)
  expect((await spend(bob)).status).toBe(200)
})

test('an empty budget refuses every request before its body is read', async () => {
  const ada = await app.createPerson('ada')
  for (let sent = 0; sent < 3; sent += 1) await spend(ada)
  let answer = await ada.gql('{ nothing }')
  for (let sent = 0; answer.status !== 429 && sent < 2_000; sent += 1)
    answer = await ada.gql('{ nothing }')
  expect([answer.status, codesOf(answer)]).toEqual([429, ['RATE_LIMITED']])
  expect(answer.headers.get('ratelimit-remaining')).toBe('0')
  expect(answer.headers.get('retry-after')).toBe('1')
  expect(answer.headers.get('connection')).toBe('close')
  // It also delays a client who asks again immediately.
  const refusedMs: number[] = []
  while (refusedMs.length < 3) {
    const startedAt = performance.now()
    // A point that has come back lets one through now and then.
    if ((await ada.gql('{ nothing }')).status === 429) refusedMs.push(performance.now() - startedAt)
  }
  expect(Math.min(...refusedMs)).toBeGreaterThan(240)
})

test('repeated requests without budget are refused no more often than four times a second', async () => {
  const ada = await app.createPerson('ada')
  for (let sent = 0; sent < 3; sent += 1) await spend(ada)
  const startedAt = performance.now()
  const refused = 5
  for (let sent = 0; sent < refused; sent += 1)
    expect(codesOf(await spend(ada))).toEqual(['RATE_LIMITED'])
  expect(performance.now() - startedAt).toBeGreaterThan(refused * 240)
})

test('a refused mutation has done nothing', async () => {
  const ada = await app.createPerson('ada')
  for (let sent = 0; sent < 3; sent += 1) await spend(ada)
  const tasks = Array.from({ length: 90 }, (_, index) => ({ title: `Task ${index}` }))
  const create =
    'mutation ($input: CreateTasksInput!) { createTasks(input: $input) { tasks { id } } }'
  expect(codesOf(await ada.gql(create, { input: { tasks } }))).toEqual(['RATE_LIMITED'])
  expect(await app.owner.selectFrom('task').where('user_id', '=', ada.userId).execute()).toEqual([])
})

test('points spent at one process are soon missing at the other', async () => {
  const ada = await app.createPerson('ada')
  for (let sent = 0; sent < 3; sent += 1) await spend(ada)
  const left = async () => remainingOf(await askOther(ada, '{ me { id } }'))
  await waitFor('A smaller budget', async () => ((await left()) < 150 ? true : undefined))
  expect((await askOther(ada, dear)).status).toBe(429)
})

test('what was spent is known to a process that starts later', async () => {
  const ada = await app.createPerson('ada')
  for (let sent = 0; sent < 3; sent += 1) await spend(ada)
  await waitFor('The shared sum', async () => ((await sharedLevel(ada)) > 800 ? true : undefined))
  await using late = await startTestApp(options)
  const authorization = `Bearer ${ada.token}`
  await waitFor('A smaller budget', async () => {
    const answer = await ask(late.url, { query: '{ me { id } }' }, { authorization })
    return remainingOf(answer) < 150 ? true : undefined
  })
})

test('later charges may exceed the budget, and must be refilled before more is spent', async () => {
  const ada = await app.createPerson('ada')
  // It drains so slowly that how long the test takes makes no difference.
  const rules = { capacity: 100, drainPerSecond: 0.001, sessionReserve: 25 }
  const session = { userId: ada.userId, via: { kind: 'session', id: ada.sessionId } } as const
  await using budgets = openBudgets({ rules, owner: app.owner as never, logger: silent })
  budgets.spend(session, 90)
  for (const nothing of [0, -90, Number.NaN, Number.POSITIVE_INFINITY])
    budgets.charge(ada.userId, nothing)
  expect(budgets.read(session).remaining).toBe(10)
  budgets.charge(ada.userId, 400.5)
  expect(budgets.read(session).remaining).toBe(0)
  // 390.5 more than there is room for, and then one.
  const refused = expect.objectContaining({ retryAfterSeconds: expect.closeTo(391_500, -3) })
  expect(() => budgets.spend(session, 1)).toThrow(refused)
  await waitFor('The shared sum', async () => ((await sharedLevel(ada)) > 490 ? true : undefined))
})

test('returned points are available again, here and for other processes', async () => {
  const ada = await app.createPerson('ada')
  const session = { userId: ada.userId, via: { kind: 'session', id: ada.sessionId } } as const
  const rules = { capacity: 100, drainPerSecond: 0.001, sessionReserve: 25 }
  await using budgets = openBudgets({ rules, owner: app.owner as never, logger: silent })
  budgets.spend(session, 90)
  await waitFor('The shared sum', async () => ((await sharedLevel(ada)) > 80 ? true : undefined))
  budgets.refund(ada.userId, 60)
  expect(budgets.read(session).remaining).toBe(70)
  await waitFor('Less of it', async () => ((await sharedLevel(ada)) < 31 ? true : undefined))
  budgets.refund(ada.userId, 500)
  await waitFor('None of it', async () => ((await sharedLevel(ada)) === 0 ? true : undefined))
  expect(budgets.read(session).remaining).toBe(100)
})

test('a program that spends all it can leaves a share to the person’s own app, in every process', async () => {
  const ada = await app.createPerson('ada')
  const { bearer } = await createAccessToken(ada)
  const { data } = await bearer.gql(rateLimit)
  expect(data.rateLimit.limit).toBe(750)
  for (const _time of ['first', 'second']) expect((await spend(bearer)).status).toBe(200)
  const refused = await spend(bearer)
  expect(codesOf(refused)).toEqual(['RATE_LIMITED'])
  expect(remainingOf(refused)).toBeLessThan(301)
  expect((await spend(ada)).status).toBe(200)
  // The program has to wait for what the app has spent of its share.
  await waitFor('The shared sum', async () => ((await sharedLevel(ada)) > 850 ? true : undefined))
  const fromOther = () => askOther(bearer, '{ syncCursor }')
  const isRefused = async () => ((await fromOther()).status === 429 ? true : undefined)
  await waitFor('A refusal by the other process', isRefused)
  expect((await askOther(ada, '{ syncCursor }')).status).toBe(200)
})

test('deleting the account deletes its budget', async () => {
  const ada = await app.createPerson('ada')
  await ada.gql('{ me { id } }')
  const rows = () =>
    app.owner.selectFrom('spending').selectAll().where('user_id', '=', ada.userId).execute()
  await waitFor('A row', async () => ((await rows()).length > 0 ? true : undefined))
  await app.owner.deleteFrom('auth_user').where('id', '=', ada.userId).execute()
  expect(await rows()).toEqual([])
})
