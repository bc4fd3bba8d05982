import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { fetchInBudget } from '../src/graphql/fetch-in-budget.ts'

test('a request over the budget is sent again after the wait that the API names', async () => {
  await using api = await startApi([{ status: 429, wait: '1' }, { status: 200 }])
  const answer = await fetchInBudget(api.url, { method: 'POST', body: 'the same' })
  expect(answer.status).toBe(200)
  expect(api.asked.map(({ body }) => body)).toEqual(['the same', 'the same'])
  const [first, second] = api.asked
  expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThan(990)
})

test('a wait that is too long for a person is answered immediately', async () => {
  await using api = await startApi([{ status: 429, wait: '31' }])
  expect((await fetchInBudget(api.url)).status).toBe(429)
  expect(api.asked).toHaveLength(1)
})

test('a request that is cancelled while it waits isn’t sent', async () => {
  await using api = await startApi([{ status: 429, wait: '1' }])
  const leaving = new AbortController()
  const answer = fetchInBudget(api.url, { signal: leaving.signal })
  await expect.poll(() => api.asked).toHaveLength(1)
  leaving.abort(new Error('Another place was opened.'))
  await expect(answer).rejects.toThrow('Another place was opened.')
  await new Promise((done) => setTimeout(done, 1_200))
  expect(api.asked).toHaveLength(1)
})

test('other refusals are answered immediately', async () => {
  await using api = await startApi([{ status: 503, wait: '1' }])
  expect((await fetchInBudget(api.url)).status).toBe(503)
})

/** A real server on loopback that gives these answers, one after the other. */
async function startApi(answers: { status: number; wait?: string }[]) {
  const asked: { body: string; atMs: number }[] = []
  const server = createServer(async (request, response) => {
    const atMs = performance.now()
    let body = ''
    for await (const chunk of request) body += chunk
    asked.push({ body, atMs })
    const { status, wait } = answers[asked.length - 1] ?? { status: 500 }
    response.writeHead(status, wait ? { 'retry-after': wait } : {}).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}
