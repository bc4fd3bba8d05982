import { afterAll, expect, test } from 'vitest'
import { ask, send } from '../support/ask.ts'
import { startTestApp } from '../support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())

test('a token returns its person', async () => {
  const { ada } = await app.createPeople('ada')
  expect(await ada.data('{ me { id name email image timeZone createdAt } }')).toEqual({
    me: {
      id: ada.userId,
      name: 'ada',
      email: ada.email,
      image: null,
      timeZone: 'UTC',
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
    },
  })
})

test('each token returns its own person, also in parallel', async () => {
  const { ada, bob } = await app.createPeople('ada', 'bob')
  const asked = await Promise.all(
    Array.from({ length: 40 }, (_, index) => (index % 2 ? ada : bob).data('{ me { id } }')),
  )
  asked.forEach(({ me }, index) => {
    expect(me.id).toBe((index % 2 ? ada : bob).userId)
  })
})

test('without a token the answer is 401, with the plain challenge and a GraphQL body', async () => {
  const answer = await ask(app.url, { query: '{ me { id } }' })
  expect(answer.status).toBe(401)
  expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="tend"')
  expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
  expect(JSON.parse(answer.text)).toEqual({
    errors: [
      {
        message: expect.any(String),
        extensions: {
          code: 'UNAUTHENTICATED',
          reason: 'NO_TOKEN',
          requestId: answer.headers.get('x-request-id'),
          help: `${app.config.apiUrl}/docs/errors#UNAUTHENTICATED`,
        },
      },
    ],
  })
})

test('introspection needs a token as well', async () => {
  const answer = await ask(app.url, { query: '{ __schema { types { name } } }' })
  expect(answer.status).toBe(401)
})

test.each([
  ['a query that can’t be parsed', 'application/json', JSON.stringify({ query: '{{{{' })],
  ['a body that is no JSON', 'application/json', '{'],
  ['a body of another type', 'text/plain', 'hello'],
  ['a body over the limit', 'application/json', ' '.repeat(1_100_000)],
])('a missing token is refused before %s is checked', async (_name, type, body) => {
  const headers = { 'content-type': type }
  const answer = await send(`${app.url}/graphql`, { method: 'POST', headers, body })
  expect(answer.status).toBe(401)
})

test('the scheme of the header is case-insensitive', async () => {
  const { ada } = await app.createPeople('ada')
  for (const scheme of ['Bearer', 'bearer', 'BEARER']) {
    const authorization = `${scheme} ${ada.token}`
    const answer = await ask(app.url, { query: '{ me { id } }' }, { authorization })
    expect(answer.data).toEqual({ me: { id: ada.userId } })
  }
})
