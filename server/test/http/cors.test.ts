import { afterAll, expect, test } from 'vitest'
import { send } from '../support/ask.ts'
import { startTestApp } from '../support/test-app.ts'

const web = 'https://tend.example.com'
const otherWeb = 'http://127.0.0.1:3000'
const tools = 'https://tools.example.com'
const app = await startTestApp({ env: { WEB_ORIGINS: `${web},${otherWeb}`, API_ORIGINS: tools } })
const open = await startTestApp({ env: { WEB_ORIGINS: web } })
afterAll(async () => {
  await app[Symbol.asyncDispose]()
  await open[Symbol.asyncDispose]()
})
const { ada } = await app.createPeople('ada')
const { eve } = await open.createPeople('eve')

const body = JSON.stringify({ query: '{ me { id } }' })
const good = { authorization: `Bearer ${ada.token}`, 'content-type': 'application/json' }

const requests: [name: string, init: RequestInit, status: number][] = [
  ['a good request', { method: 'POST', headers: good, body }, 200],
  [
    'one without a token',
    { method: 'POST', headers: { 'content-type': 'application/json' }, body },
    401,
  ],
  ['a form', { method: 'POST', headers: { ...good, 'content-type': 'text/plain' }, body }, 415],
  ['a body that is too large', { method: 'POST', headers: good, body: ' '.repeat(1_000_001) }, 413],
  ['no JSON', { method: 'POST', headers: good, body: '{' }, 400],
  [
    'a query with a mistake',
    { method: 'POST', headers: good, body: '{"query":"{ nothing }"}' },
    200,
  ],
  ['another method', { method: 'PUT', headers: good, body }, 405],
  ['a preflight', { method: 'OPTIONS', headers: { 'access-control-request-method': 'POST' } }, 204],
]

test.each(requests)('a named origin may read the answer to %s', async (_name, init, status) => {
  for (const origin of [web, otherWeb, tools]) {
    const headers = { ...init.headers, origin }
    const answer = await send(`${app.url}/graphql`, { ...init, headers })
    expect(answer.status).toBe(status)
    expect(answer.headers.get('access-control-allow-origin')).toBe(origin)
    expect(answer.headers.get('vary')?.toLowerCase()).toContain('origin')
  }
})

const foreign = [
  'https://evil.example',
  'null',
  `${web}.evil.example`,
  `${web}:8443`,
  'http://tend.example.com',
  'https://TEND.example.com',
  'https://sub.tend.example.com',
  `${web}, https://evil.example`,
  '*',
  '',
]

test.each(requests)('a foreign origin may not read the answer to %s', async (_name, init) => {
  for (const origin of foreign) {
    const headers = { ...init.headers, origin }
    const answer = await send(`${app.url}/graphql`, { ...init, headers })
    const names = [...answer.headers.keys()].filter((name) => name.startsWith('access-control'))
    expect(names, origin).toEqual([])
    expect(answer.headers.get('vary')?.toLowerCase()).toContain('origin')
  }
})

test('a preflight says what may be sent, is cached for a while, and allows no cookies', async () => {
  const headers = {
    origin: web,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization,content-type',
  }
  const answer = await send(`${app.url}/graphql`, { method: 'OPTIONS', headers })
  expect(answer.headers.get('access-control-allow-methods')).toContain('POST')
  const allowed = answer.headers.get('access-control-allow-headers')?.split(', ')
  expect(allowed).toEqual(expect.arrayContaining(['authorization', 'content-type']))
  expect(Number(answer.headers.get('access-control-max-age'))).toBeGreaterThan(0)
  expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
})

test('a page of ours can read the request id, the wait and the challenge', async () => {
  const answer = await send(`${app.url}/graphql`, {
    method: 'POST',
    headers: { origin: web },
    body,
  })
  const exposed = answer.headers.get('access-control-expose-headers')?.split(', ')
  expect(exposed).toEqual(
    expect.arrayContaining(['x-request-id', 'retry-after', 'www-authenticate']),
  )
})

const asEve = { authorization: `Bearer ${eve.token}`, 'content-type': 'application/json' }
const elsewhere: [what: string, path: string, init: RequestInit, status: number][] = [
  ['an operation', '/graphql', { method: 'POST', headers: asEve, body }, 200],
  ['a refusal for want of a token', '/graphql', { method: 'POST', body }, 401],
  ['an export', '/export.json', { headers: asEve }, 200],
  ['a refused import', '/import', { method: 'POST', headers: asEve, body: '{}' }, 400],
  ['what is not there', '/nowhere', {}, 404],
  ['a preflight', '/import', { method: 'OPTIONS' }, 204],
]

test.each(elsewhere)(
  'without named origins every page may read %s, and none may send cookies',
  async (_what, path, init, status) => {
    for (const origin of ['https://anybody.example', 'null', web]) {
      const headers = new Headers(init.headers)
      headers.set('origin', origin)
      const answer = await send(`${open.url}${path}`, { ...init, headers })
      expect(answer.status).toBe(status)
      expect(answer.headers.get('access-control-allow-origin')).toBe('*')
      expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
      const exposed = answer.headers.get('access-control-expose-headers')?.split(', ')
      expect(exposed).toEqual(expect.arrayContaining(['x-request-id', 'x-token-expires-at']))
    }
  },
)

test('a page may follow a request by its id and its trace', async () => {
  const headers = { origin: 'https://anybody.example', 'access-control-request-method': 'POST' }
  const answer = await send(`${open.url}/graphql`, { method: 'OPTIONS', headers })
  const allowed = answer.headers.get('access-control-allow-headers')?.split(', ')
  expect(allowed).toEqual(
    expect.arrayContaining(['authorization', 'content-type', 'x-request-id', 'traceparent']),
  )
})
