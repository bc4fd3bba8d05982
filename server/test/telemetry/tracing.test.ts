import { afterAll, expect, test } from 'vitest'
import { ask, codesOf } from '../support/ask.ts'
import { createFeed } from '../support/feed.ts'
import { followLive } from '../support/live-changes.ts'
import { waitFor } from '../support/server-process.ts'
import { startTestApp } from '../support/test-app.ts'
import { type CollectedSpan, startTraceCollector } from '../support/trace-collector.ts'

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
const collector = stack.use(await startTraceCollector())
const app = stack.use(
  await startTestApp({ env: { OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.endpoint}/` } }),
)
const { ada } = await app.createPeople('ada')

/** The trace of a request that names it, once it has arrived. */
async function traceOf(
  operation: { query: string; variables?: Record<string, unknown> },
  traceId: string,
) {
  const traceparent = `00-${traceId}-00f067aa0ba902b7-01`
  const answer = await ask(app.url, operation, {
    authorization: `Bearer ${ada.token}`,
    traceparent,
  })
  const spans = await waitFor('The spans', async () => {
    const own = collector.spans.filter((span) => span.traceId === traceId)
    // The request's own ends last, and is sent with or after the others.
    return own.some(({ name }) => name === 'POST') ? own : undefined
  })
  return { answer, spans }
}

const find = (spans: readonly CollectedSpan[], name: string) => {
  const found = spans.find((span) => span.name === name)
  if (!found) throw new Error(`A span ${name} was expected, found ${spans.map((s) => s.name)}`)
  return found
}

test('a request, its operation and each of its statements are spans within each other', async () => {
  const query = 'query Mine { tasks(first: 5) { nodes { title } } }'
  const { spans } = await traceOf({ query }, '4bf92f3577b34da6a3ce929d0e0e4736')
  const request = find(spans, 'POST')
  expect(request.parentSpanId).toBe('00f067aa0ba902b7')
  expect(request.attributes).toMatchObject({
    'http.request.method': 'POST',
    'url.path': '/graphql',
    'http.response.status_code': 200,
    'user.id': ada.userId,
  })
  const operation = find(spans, 'query Mine')
  expect(operation.parentSpanId).toBe(request.spanId)
  const statement = find(spans, 'select')
  expect(statement.parentSpanId).toBe(operation.spanId)
  expect(statement.attributes['db.query.text']).toMatch(/^select .* from "task"/)
  expect([...collector.services]).toEqual(['tend-api'])
})

test('the spans of a mutation include its COMMIT, and nothing that was written', async () => {
  const words = 'Nothing-of-this-in-a-trace'
  const query =
    'mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { title tags { name } } } }'
  const variables = { input: { title: words, description: words } }
  const { answer, spans } = await traceOf({ query, variables }, 'a0000000000000000000000000000001')
  expect(answer.data.createTask.task.title).toBe(words)
  expect(spans.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['mutation', 'insert', 'commit', 'select']),
  )
  await ask(
    app.url,
    { query: `{ searchTasks(query: "${words}") { totalCount } }` },
    {
      authorization: `Bearer ${ada.token}`,
    },
  )
  await fetch(`${app.url}/graphql?query={searchTasks(query:"${words}"){totalCount}}`, {
    headers: { authorization: `Bearer ${ada.token}` },
  })
  await waitFor('The last request', async () =>
    collector.spans.some(({ name }) => name === 'GET') ? true : undefined,
  )
  for (const secret of [words, ada.token, ada.email]) expect(collector.text()).not.toContain(secret)
})

test('a failed span has its code, without the error’s message', async () => {
  const { answer, spans } = await traceOf(
    { query: '{ tasks(first: 0) { totalCount } }' },
    'a0000000000000000000000000000002',
  )
  expect(codesOf(answer)).toEqual(['BAD_USER_INPUT'])
  expect(find(spans, 'POST').attributes['tend.error_code']).toBe('BAD_USER_INPUT')
})

test('the span of a live result ends when it begins, and its later reads are in none', async () => {
  const before = collector.spans.length
  using live = await followLive(app.url, ada)
  await live.next()
  const request = await waitFor('The span of the subscription', async () =>
    collector.spans.slice(before).find(({ name }) => name === 'POST'),
  )
  await ada.data('mutation { createTask(input: { title: "Later" }) { mutationId } }')
  await live.next()
  await waitFor('The span of the mutation', async () =>
    collector.spans.slice(before).some(({ name }) => name === 'mutation') ? true : undefined,
  )
  const own = collector.spans.filter(({ traceId }) => traceId === request.traceId)
  expect(own.filter(({ name }) => name === 'POST')).toHaveLength(1)
})

test('a missing collector does no harm', async () => {
  await using other = await startTestApp({
    env: { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' },
  })
  const bob = await other.createPerson('bob')
  expect((await bob.gql('{ me { id } }')).status).toBe(200)
})

test('a trace doesn’t have the address of a calendar, which is a secret', async () => {
  const { address, secret } = await createFeed(ada)
  const traceId = '5cf92f3577b34da6a3ce929d0e0e4736'
  const headers = { traceparent: `00-${traceId}-00f067aa0ba902b7-01` }
  expect((await fetch(address, { headers })).status).toBe(200)
  const spans = await waitFor('The spans', async () => {
    const own = collector.spans.filter((span) => span.traceId === traceId)
    return own.some(({ name }) => name === 'GET') ? own : undefined
  })
  expect(find(spans, 'GET').attributes).toMatchObject({ 'url.path': '/feeds/…' })
  expect(JSON.stringify(collector.spans)).not.toContain(secret)
})
