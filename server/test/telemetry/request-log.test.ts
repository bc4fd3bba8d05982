import { afterAll, expect, test } from 'vitest'
import { ask, send } from '../support/ask.ts'
import { waitFor } from '../support/server-process.ts'
import { startTestApp } from '../support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada } = await app.createPeople('ada')

async function lineOf({ headers }: { headers: Headers }) {
  const requestId = headers.get('x-request-id')
  return waitFor('A line in the log', async () =>
    app.logs.find((line) => line.msg === 'request' && line.requestId === requestId),
  )
}

test('a request is one line: who, which kind of operation, its name, how it ended', async () => {
  const answer = await ada.gql('query Greeting { me { name } }')
  expect(await lineOf(answer)).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    msg: 'request',
    requestId: answer.headers.get('x-request-id'),
    userId: ada.userId,
    method: 'POST',
    path: '/graphql',
    operation: 'query',
    operationName: 'Greeting',
    status: 200,
    durationMs: expect.any(Number),
  })
})

test.each([
  ['mutation { createTask(input: { title: "" }) { mutationId } }', 'mutation', 'BAD_USER_INPUT'],
  ['{ nothing }', undefined, 'BAD_USER_INPUT'],
])('the line of %s has the code', async (query, operation, code) => {
  expect(await lineOf(await ada.gql(query))).toMatchObject({
    userId: ada.userId,
    ...(operation && { operation }),
    code,
  })
})

test('a refusal at the endpoint has its code as well, and names nobody if nobody is known', async () => {
  const line = await lineOf(await ask(app.url, { query: '{ me { id } }' }))
  expect(line).toMatchObject({ status: 401, code: 'UNAUTHENTICATED' })
  expect(line).not.toHaveProperty('userId')
  const exported = await send(`${app.url}/export.json`, {
    headers: { authorization: `Bearer ${ada.token}` },
  })
  expect(await lineOf(exported)).toMatchObject({ userId: ada.userId, path: '/export.json' })
})

test('a name that is too long is cut', async () => {
  const answer = await ada.gql(`query ${'N'.repeat(5_000)} { me { id } }`)
  expect((await lineOf(answer)).operationName).toBe('N'.repeat(100))
})

test('nothing of a query in the address is logged', async () => {
  const words = 'Only-in-the-address'
  const query = encodeURIComponent(`{ searchTasks(query: "${words}") { totalCount } }`)
  const answer = await send(`${app.url}/graphql?query=${query}`, {
    headers: { authorization: `Bearer ${ada.token}` },
  })
  expect((await lineOf(answer)).operation).toBe('query')
  expect(JSON.stringify(app.logs)).not.toContain(words)
})
