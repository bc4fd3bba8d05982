import { afterAll, expect, test } from 'vitest'
import { ask, codesOf, send } from '../support/ask.ts'
import { requestRaw } from '../support/raw-request.ts'
import { startTestApp } from '../support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada } = await app.createPeople('ada')

const endpoint = `${app.url}/graphql`
const authorization = `Bearer ${ada.token}`
const query = '{ me { id } }'
const operation = JSON.stringify({ query })

function post(body: string | Uint8Array<ArrayBuffer> | FormData, type?: string) {
  const headers = { authorization, ...(type && { 'content-type': type }) }
  return send(endpoint, { method: 'POST', headers, body })
}

test.each([
  'application/json',
  'application/json; charset=utf-8',
  'APPLICATION/JSON;charset="UTF-8"',
])('a body of the type %s is read', async (type) => {
  expect((await post(operation, type)).data).toEqual({ me: { id: ada.userId } })
})

test.each([
  ['a form', 'application/x-www-form-urlencoded', new URLSearchParams({ query }).toString()],
  ['plain text', 'text/plain', operation],
  ['plain text that claims more', 'text/plain; application/json', operation],
  ['GraphQL text', 'application/graphql', query],
  ['something that ends like JSON', 'application/x+json', operation],
])('%s isn’t read: 415', async (_name, type, body) => {
  const answer = await post(body, type)
  expect([answer.status, codesOf(answer)]).toEqual([415, ['BAD_USER_INPUT']])
})

test('multipart and a body without a type are not read: 415', async () => {
  const form = new FormData()
  form.set('operations', operation)
  form.set('map', '{}')
  expect((await post(form)).status).toBe(415)
  const untyped = await requestRaw(endpoint, { method: 'POST', headers: { authorization } }, [
    operation,
  ])
  expect(untyped.status).toBe(415)
})

/** A valid operation that is exactly so many bytes long. */
const operationOf = (bytes: number) => {
  const body = JSON.stringify({ query, extensions: { padding: '' } })
  return body.replace('""', `"${'x'.repeat(bytes - body.length)}"`)
}

test('a body of a million bytes is read, one more is refused: 413', async () => {
  expect((await post(operationOf(1_000_000), 'application/json')).status).toBe(200)
  const answer = await post(operationOf(1_000_001), 'application/json')
  expect([answer.status, codesOf(answer)]).toEqual([413, ['BAD_USER_INPUT']])
  expect(answer.errors?.[0]?.message).toContain('1,000,000')
})

test('a body sent without its length is refused when it gets too long: 413', async () => {
  const headers = { authorization, 'content-type': 'application/json' }
  const pieces = Array.from({ length: 11 }, () => ' '.repeat(100_000))
  const answer = await requestRaw(endpoint, { method: 'POST', headers }, pieces)
  expect(answer.status).toBe(413)
})

test.each([
  ['arrays', '['.repeat(100_000)],
  ['objects', '{"a":'.repeat(100_000)],
  ['variables', `{"query":"{ me { id } }","variables":${'{"a":'.repeat(65)}1${'}'.repeat(65)}}`],
])('a body of deep %s is refused: 400', async (_name, body) => {
  const answer = await post(body, 'application/json')
  expect([answer.status, codesOf(answer)]).toEqual([400, ['BAD_USER_INPUT']])
  expect(answer.errors?.[0]?.message).toContain('deeper than 64')
})

test('brackets inside a text are no depth', async () => {
  const variables = { text: `${'[{'.repeat(10_000)}\\"[` }
  const answer = await ask(app.url, { query, variables }, { authorization })
  expect(answer.data).toEqual({ me: { id: ada.userId } })
})

test('a query that is nested thousands deep is refused, and the next one is answered', async () => {
  const deep = `{ tasks ${'{ nodes { list '.repeat(2_000)}{ id }${'} }'.repeat(2_000)} }`
  const answer = await ask(app.url, { query: deep }, { authorization })
  expect(codesOf(answer)).toEqual(['QUERY_TOO_COMPLEX'])
  expect(await ada.data(query)).toEqual({ me: { id: ada.userId } })
})

test.each([
  ['empty', ''],
  ['cut off', '{"query":'],
  ['a number', '7'],
  ['null', 'null'],
  ['a text', '"{ me { id } }"'],
  ['an array', '[]'],
  ['a batch', `[${operation},${operation}]`],
  ['without a query', '{}'],
  ['with a query that is no text', '{"query":7}'],
  ['with an empty query', '{"query":""}'],
  ['with variables that are no object', '{"query":"{ me { id } }","variables":"x"}'],
  ['with a query that can’t be parsed', '{"query":"{ me { id }"}'],
])('a body is refused, and not as an internal error: %s', async (_name, body) => {
  const answer = await post(body, 'application/json')
  expect(answer.status).toBeLessThan(500)
  expect(codesOf(answer)).toEqual(['BAD_USER_INPUT'])
  expect(answer.errors?.[0]?.extensions.requestId).toBe(answer.headers.get('x-request-id'))
})

test('a body that is not UTF-8 is refused: 400', async () => {
  const bytes = Uint8Array.from([...Buffer.from('{"query":"'), 0xff, 0xfe, ...Buffer.from('"}')])
  const answer = await post(bytes, 'application/json')
  expect(answer.status).toBe(400)
  expect(answer.errors?.[0]?.message).toContain('UTF-8')
})

test('a mistake in a query is reported with its location, and nothing of it runs', async () => {
  const text = 'mutation { createTask(input: { title: "x" }) { task { nothing } } }'
  const answer = await ask(app.url, { query: text }, { authorization })
  expect(codesOf(answer)).toEqual(['BAD_USER_INPUT'])
  expect(answer.errors?.[0]?.message).toContain('nothing')
  expect(await ada.data('{ tasks { totalCount } }')).toEqual({ tasks: { totalCount: 0 } })
})
