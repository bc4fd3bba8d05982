import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { ask, codesOf, send } from '../support/ask.ts'
import { requestRaw } from '../support/raw-request.ts'
import { startTestApp } from '../support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada } = await app.createPeople('ada')

const authorization = `Bearer ${ada.token}`
const securityHeaders = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' }
const longQuery = '{ __schema { types { name fields { name description } } } }'
const get = (parameters: Record<string, string>, headers: Record<string, string> = {}) =>
  send(`${app.url}/graphql?${new URLSearchParams(parameters)}`, {
    headers: { authorization, ...headers },
  })

test('a query can be sent by GET, with variables', async () => {
  const answer = await get({
    query: 'query Q($id: ID!) { me { id } task(id: $id) { id } }',
    variables: '{"id":"x"}',
    operationName: 'Q',
  })
  expect(answer.data).toEqual({ me: { id: ada.userId }, task: null })
})

test('a mutation by GET is refused with 405 and does nothing', async () => {
  const answer = await get({
    query: 'mutation { createTask(input: { title: "x" }) { task { id } } }',
  })
  expect(answer.status).toBe(405)
  expect(answer.headers.get('allow')).toContain('POST')
  expect(await ada.data('{ tasks { totalCount } }')).toEqual({ tasks: { totalCount: 0 } })
})

test.each([
  ...['/%FF', '/%', '/%zz', '/%C0%AF', '/%ED%A0%80', '/graphql%FF', '/graphql/%FF', '//', '/a%00b'],
  ...['/export.json%FF', '/metrics%FF', '/graphiql/%FF', '/graphiql/%2e%2e%2f%FF', '/../%FF'],
])('%s, which names nothing, is answered as such, with the usual headers', async (path) => {
  const answer = await requestRaw(`${app.url}/`, { path, headers: { authorization } })
  expect([400, 404]).toContain(answer.status)
  expect(answer.headers).toMatchObject(securityHeaders)
  expect(answer.text).not.toMatch(/\bat .*:\d+:\d+|URIError/)
})

test.each(['PUT', 'PATCH', 'DELETE', 'HEAD', 'TRACE', 'PROPFIND'])(
  '%s is refused with 405',
  async (method) => {
    const answer = await requestRaw(`${app.url}/graphql`, { method, headers: { authorization } })
    expect([answer.status, answer.headers.allow]).toEqual([405, 'GET, POST, OPTIONS'])
  },
)

test.each(['*/*', 'application/json;q=0.9, application/graphql-response+json'])(
  'a long answer is compressed for clients that accept brotli or gzip (accept: %s)',
  async (accept) => {
    const headers = { authorization, accept, 'content-type': 'application/json' }
    const ask = (encoding: string, query = longQuery) =>
      requestRaw(
        `${app.url}/graphql`,
        { method: 'POST', headers: { ...headers, 'accept-encoding': encoding } },
        [JSON.stringify({ query })],
      )
    const plain = await ask('identity')
    expect(plain.headers['content-encoding']).toBeUndefined()
    for (const [accepted, encoding, unpack] of [
      ['gzip, deflate', 'gzip', gunzipSync],
      ['gzip, deflate, br', 'br', brotliDecompressSync],
      ['br;q=0.1, gzip', 'gzip', gunzipSync],
    ] as const) {
      const packed = await ask(accepted)
      expect(packed.headers['content-encoding']).toBe(encoding)
      expect(unpack(packed.bytes).toString()).toBe(plain.text)
      expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 4)
      expect(packed.headers.vary).toBe('accept-encoding')
    }
    expect((await ask('gzip;q=0, br;q=0')).headers['content-encoding']).toBeUndefined()
    expect((await ask('br, gzip', '{ me { id } }')).headers['content-encoding']).toBeUndefined()
  },
)

test('an absolute target works, and its host is ignored', async () => {
  const { port } = new URL(app.url)
  for (const host of ['api.example.com', '[::1]', '127.0.0.1:1']) {
    const path = `http://${host}/graphql?query={me{id}}`
    const answer = await requestRaw(app.url, { port, path, headers: { authorization } })
    expect(JSON.parse(answer.text)).toEqual({ data: { me: { id: ada.userId } } })
  }
})

test.each(['http://', 'ftp://x/graphql', '//', '/\\', '/%', '*', '/graphql%00', '/../graphql/..'])(
  'the target "%s" is answered without an internal error',
  async (path) => {
    const { port } = new URL(app.url)
    const answer = await requestRaw(app.url, { port, path, headers: { authorization } })
    expect([302, 400, 404]).toContain(answer.status)
  },
)

test('a page’s script that sends an operation by GET needs a token as well', async () => {
  const accept = 'text/html,application/json'
  const answer = await send(`${app.url}/graphql?query={me{id}}`, { headers: { accept } })
  expect(answer.status).toBe(401)
})

test('each answer has an id, the same in the header, the errors and the log', async () => {
  const answer = await ada.gql('{ tasks(first: 0) { totalCount } }')
  const requestId = answer.headers.get('x-request-id')
  expect(requestId).toMatch(/^[\w-]{36}$/)
  expect(answer.errors?.[0]?.extensions.requestId).toBe(requestId)
  const lines = app.logs.filter((line) => line.requestId === requestId)
  expect(lines).toMatchObject([{ method: 'POST', path: '/graphql', status: 200 }])
})

test('a caller’s own request id is kept when it is harmless', async () => {
  const idFor = async (given: string) => {
    const headers = { authorization, 'x-request-id': given }
    return (await ask(app.url, { query: '{ me { id } }' }, headers)).headers.get('x-request-id')
  }
  expect(await idFor('trace-me_12345')).toBe('trace-me_12345')
  for (const given of ['short', 'a b c d e f g', '<script>alert(1)</script>', 'x'.repeat(65)])
    expect(await idFor(given)).not.toBe(given)
})

test('/livez and /readyz answer without a token', async () => {
  for (const path of ['/livez', '/readyz'])
    expect((await send(`${app.url}${path}`, {})).status).toBe(200)
})

test('other paths are 404 in the shape of a GraphQL answer, and the root leads to the API', async () => {
  for (const path of ['/graphql/', '/GraphQL', '/admin', '/.env', '/livez/x']) {
    const answer = await send(`${app.url}${path}`, {})
    expect([answer.status, codesOf(answer)]).toEqual([404, ['NOT_FOUND']])
  }
  const root = await send(app.url, { redirect: 'manual' })
  expect([root.status, root.headers.get('location')]).toEqual([302, '/graphql'])
})

test('every answer forbids sniffing its type and caching it', async () => {
  for (const answer of [
    await ada.gql('{ me { id } }'),
    await ask(app.url, { query: '{ me { id } }' }),
  ]) {
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  }
})

test.each(['authorization', 'content-type', 'origin'])(
  'two headers %s are refused',
  async (name) => {
    const given = { authorization, 'content-type': 'application/json', origin: 'https://a.example' }
    const twice = [...Object.entries(given), [name, 'something else']].flat()
    const { port } = new URL(app.url)
    for (const path of ['/graphql', '/export.json', '/import', '/metrics', '/livez']) {
      const headers = ['host', `127.0.0.1:${port}`, ...twice]
      const answer = await requestRaw(app.url, { port, path, headers })
      expect([path, answer.status]).toEqual([path, 400])
      expect(answer.headers['www-authenticate']).toBe(
        name === 'authorization' ? 'Bearer realm="tend", error="invalid_request"' : undefined,
      )
    }
  },
)

test('each answer has its security headers and is no internal error, whatever the method and the target', async () => {
  const { port } = new URL(app.url)
  for (const method of ['GET', 'POST', 'HEAD', 'TRACE', 'PROPFIND', 'OPTIONS', 'PURGE'])
    for (const path of [
      '/',
      '*',
      '/%',
      '//',
      '/graphql',
      '/livez',
      '/metrics',
      '/import',
      '/x%ff',
    ]) {
      const answer = await requestRaw(app.url, { port, path, method, headers: { authorization } })
      expect([method, path, answer.status < 500]).toEqual([method, path, true])
      expect(answer.headers).toMatchObject(securityHeaders)
    }
})

test.each(['GET /a b HTTP/1.1\r\n\r\n', 'nonsense\r\n\r\n', 'GET / HTTP/1.1\r\nno colon\r\n\r\n'])(
  'invalid HTTP is refused, also with security headers: %j',
  async (bytes) => {
    const socket = connect(Number(new URL(app.url).port), '127.0.0.1')
    socket.end(bytes)
    const answer = await text(socket)
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    for (const [name, value] of Object.entries(securityHeaders))
      expect(answer).toContain(`${name}: ${value}\r\n`)
  },
)

test('a body that isn’t JSON isn’t repeated in the answer', async () => {
  const headers = { authorization, 'content-type': 'application/json' }
  const body = '{"query": "{ me { id } }", My secret words'
  const answer = await send(`${app.url}/graphql`, { method: 'POST', headers, body })
  expect(codesOf(answer)).toEqual(['BAD_USER_INPUT'])
  expect(Object.keys(answer.errors?.[0]?.extensions ?? {}).sort()).toEqual([
    'code',
    'help',
    'requestId',
  ])
  expect(answer.text).not.toContain('My secret')
})

test('an internal error is masked for the caller, and logged under the request’s id', async () => {
  await sql`alter table task rename column title to broken_title`.execute(app.owner)
  const answer = await ada.gql('{ tasks { nodes { title } } }')
  await sql`alter table task rename column broken_title to title`.execute(app.owner)
  expect(codesOf(answer)).toEqual(['INTERNAL_SERVER_ERROR'])
  expect(answer.text).not.toMatch(/broken_title|exist|select|\.ts|node_modules|stack|42703/i)
  const requestId = answer.headers.get('x-request-id')
  const failure = app.logs.find((line) => line.requestId === requestId && line.level === 'error')
  expect(failure?.err).toMatchObject({ type: 'DatabaseError', code: '42703' })
  expect((await ada.gql('{ tasks { totalCount } }')).status).toBe(200)
})

test('the log contains no token, title, note or address, not even of a failure', async () => {
  const words = 'Nothing-of-this-in-the-log'
  await sql`alter table task add constraint no_such check (title <> ${sql.lit(words)})`.execute(
    app.owner,
  )
  const create = 'mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { id } } }'
  const failed = await ada.gql(create, { input: { title: words, description: words } })
  await sql`alter table task drop constraint no_such`.execute(app.owner)
  await ada.data(create, { input: { title: words, description: words } })
  await ada.gql(create, { input: { title: words, unknown: words } })
  expect(codesOf(failed)).toEqual(['INTERNAL_SERVER_ERROR'])
  const log = JSON.stringify(app.logs)
  expect(log).toContain('no_such')
  for (const secret of [words, ada.token, ada.token.split('.')[2], ada.email])
    expect(log).not.toContain(secret)
})
