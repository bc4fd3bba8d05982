import { afterAll, expect, test } from 'vitest'
import { createFeed } from '../support/feed.ts'
import { runMutation } from '../support/run-mutation.ts'
import { startTestApp } from '../support/test-app.ts'

const app = await startTestApp({
  exactBudget: true,
  env: { BUDGET_POINTS: '1000', QUERY_MAX_COST: '400' },
})
afterAll(() => app[Symbol.asyncDispose]())

test('a calendar is charged to its person: for what it has, a point when nothing changed, and no more than tokens may spend', async () => {
  const ada = await app.createPerson('ada')
  const description = 'x'.repeat(900)
  await runMutation(
    ada,
    'createTask',
    { title: 'One', dueOn: '2027-01-05', description },
    'mutationId',
  )
  const { address } = await createFeed(ada)
  const readRemaining = async () => {
    const { headers } = await ada.gql('{ rateLimit { limit } }')
    return Number(headers.get('ratelimit-remaining'))
  }
  const ownCost = (await readRemaining()) - (await readRemaining())
  const costOf = async (work: () => Promise<unknown>) => {
    const before = await readRemaining()
    await work()
    return before - (await readRemaining()) - ownCost
  }
  let etag = ''
  const whole = await costOf(async () => {
    const response = await fetch(address)
    etag = response.headers.get('etag') ?? ''
    await response.text()
  })
  expect([whole >= 11, whole <= 14]).toEqual([true, true])
  const headers = { 'if-none-match': etag }
  expect(await costOf(() => fetch(address, { headers }))).toBe(1)
  let status = 200
  for (let nth = 0; nth < 100 && status === 200; nth += 1) ({ status } = await fetch(address))
  expect(status).toBe(429)
  // What is kept for the person's own app is still theirs.
  expect(await readRemaining()).toBeGreaterThan(200)
})
