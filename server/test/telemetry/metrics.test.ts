import { afterAll, expect, test } from 'vitest'
import { codesOf, send } from '../support/ask.ts'
import { followLive } from '../support/live-changes.ts'
import { waitFor } from '../support/server-process.ts'
import { startTestApp } from '../support/test-app.ts'

const token = 'n4Vt0mB2yXc9Lr4KpZ8sWn1HdJf6GaEu-metrics'
const app = await startTestApp({ env: { METRICS_TOKEN: token } })
afterAll(() => app[Symbol.asyncDispose]())
const { ada } = await app.createPeople('ada')

const getMetrics = (authorization?: string) =>
  send(`${app.url}/metrics`, { headers: { ...(authorization && { authorization }) } })

/** The value of a series as Prometheus would read it; undefined when there is none. */
async function read(series: string): Promise<number | undefined> {
  const { text } = await getMetrics(`Bearer ${token}`)
  const line = text.split('\n').find((line) => line.startsWith(`${series} `))
  return line === undefined ? undefined : Number(line.slice(series.length + 1))
}

const countOf = (operation: string, code: string) =>
  read(
    `tend_request_duration_seconds_count{door="/graphql",operation="${operation}",code="${code}"}`,
  )

test('metrics need their own token, which no person’s token replaces', async () => {
  expect((await getMetrics(`Bearer ${token}`)).status).toBe(200)
  for (const given of [undefined, token, 'Bearer ', `Bearer ${token}x`, `Bearer ${ada.token}`]) {
    const answer = await getMetrics(given)
    expect([answer.status, codesOf(answer)]).toEqual([401, ['UNAUTHENTICATED']])
    expect(answer.text).not.toContain('process_')
  }
})

test('without a token for metrics there are none', async () => {
  await using other = await startTestApp()
  expect((await send(`${other.url}/metrics`, {})).status).toBe(404)
})

test('requests are counted by endpoint, kind of operation and code', async () => {
  await ada.gql('query Q { me { id } }')
  await ada.gql('mutation { createTask(input: { title: "" }) { mutationId } }')
  await send(`${app.url}/graphql`, { method: 'POST' })
  await send(`${app.url}/graphql`, { method: 'PUT' })
  await waitFor('All four', async () =>
    (await countOf('none', 'BAD_USER_INPUT')) === 1 ? true : undefined,
  )
  expect(await countOf('query', 'OK')).toBe(1)
  expect(await countOf('mutation', 'BAD_USER_INPUT')).toBe(1)
  expect(await countOf('none', 'UNAUTHENTICATED')).toBe(1)
  expect(
    await read(
      'tend_request_duration_seconds_bucket{le="+Inf",door="/graphql",operation="query",code="OK"}',
    ),
  ).toBe(1)
})

test('open live results are counted, and aren’t requests that take long', async () => {
  const live = await followLive(app.url, ada)
  await live.next()
  expect(await read('tend_live_results')).toBe(1)
  live.cut()
  await waitFor('The end', async () => ((await read('tend_live_results')) === 0 ? true : undefined))
  expect(await countOf('subscription', 'OK')).toBeUndefined()
})

test('the pool, the memory and the lag of the event loop are reported', async () => {
  expect(await read('tend_database_connections_max')).toBe(20)
  expect(await read('tend_database_connections_idle')).toBeGreaterThan(0)
  expect(await read('tend_database_connections_awaited')).toBe(0)
  expect(await read('process_resident_memory_bytes')).toBeGreaterThan(1_000_000)
  expect(await read('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThanOrEqual(0)
})

test('refusals for lack of budget are counted, and no metric names a person', async () => {
  await using poor = await startTestApp({
    env: {
      METRICS_TOKEN: token,
      QUERY_MAX_COST: '100',
      BUDGET_POINTS: '101',
      BUDGET_POINTS_PER_SECOND: '1',
    },
  })
  const bob = await poor.createPerson('bob')
  const dear = '{ tasks(first: 90) { nodes { id } } }'
  await bob.gql(dear)
  expect((await bob.gql(dear)).status).toBe(429)
  const { text } = await waitFor('The refusal', async () => {
    const answer = await send(`${poor.url}/metrics`, {
      headers: { authorization: `Bearer ${token}` },
    })
    return answer.text.includes('RATE_LIMITED') ? answer : undefined
  })
  expect(text).toContain('operation="query",code="RATE_LIMITED"} 1')
  expect(text).not.toContain(bob.userId)
})
