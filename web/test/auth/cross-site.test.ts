import { afterAll, beforeAll, expect, test } from 'vitest'
import { findAskers } from '../../src/auth/open-endpoints.ts'
import { type Accounts, type SignedUp, startAccounts } from '../support/accounts.ts'

let accounts: Accounts
let ada: SignedUp

beforeAll(async () => {
  accounts = await startAccounts()
  ada = await accounts.signUp()
})
afterAll(() => accounts?.[Symbol.asyncDispose]())

type Endpoint = { method: string; path: string }

/** Everything Better Auth can be asked for over HTTP, as this version and our plugins have it. */
function listEndpoints(): Endpoint[] {
  return Object.values(accounts.auth.api).flatMap((endpoint) => {
    const { path, options } = endpoint as {
      path?: string
      options?: { method?: string | string[]; metadata?: { SERVER_ONLY?: boolean } }
    }
    if (!path || options?.metadata?.SERVER_ONLY) return []
    return [options?.method ?? 'GET']
      .flat()
      .map((method) => ({ method, path: path.replace(/:\w+/g, 'x') }))
  })
}

const strangers: [string, Record<string, string>][] = [
  ['with the origin of a stranger', { origin: 'https://evil.example' }],
  ['from a page without an origin', { origin: 'null' }],
  ['marked as cross-site', { origin: '', 'sec-fetch-site': 'cross-site' }],
  ['of a neighbour on the same site', { origin: '', 'sec-fetch-site': 'same-site' }],
  ['with a cookie and no origin', { origin: '' }],
  ['of a form', { 'content-type': 'application/x-www-form-urlencoded' }],
  ['as plain text', { 'content-type': 'text/plain' }],
  ['without a type', { 'content-type': '' }],
]

test.each(strangers)('every endpoint refuses requests %s', async (_case, headers) => {
  const endpoints = listEndpoints().filter(({ method }) => method !== 'GET')
  expect(endpoints.length).toBeGreaterThan(20)
  const before = await countRows()
  for (const { method, path } of endpoints) {
    const answer = await accounts.ask(path, { method, body: {}, cookie: ada.cookie, headers })
    const expected = findAskers(method, `/api/auth${path}`) ? [403, 415] : [404]
    expect(expected, `${method} ${path}`).toContain(answer.status)
  }
  expect(await countRows()).toEqual(before)
})

test('another site’s page can’t sign anybody in to its own account', async () => {
  const { email, password } = await accounts.signUp()
  const body = { email, password }
  const sendAs = (headers: Record<string, string>) =>
    accounts.ask('/sign-in/email', { body, headers })
  expect((await sendAs({ origin: 'https://evil.example' })).status).toBe(403)
  const type = 'application/x-www-form-urlencoded'
  const form = new URLSearchParams(body).toString()
  const sent = { origin: '', 'content-type': type, 'content-length': String(form.length) }
  expect((await accounts.ask('/sign-in/email', { body: form, headers: sent })).status).toBe(415)
  expect((await sendAs({})).status).toBe(200)
})

test('only our own pages get a token', async () => {
  const { cookie } = ada
  const ask = async (headers: Record<string, string>) =>
    (await accounts.askToken({ cookie, headers })).status
  expect(await ask({ origin: 'https://evil.example' })).toBe(403)
  expect(await ask({ 'sec-fetch-site': 'cross-site' })).toBe(403)
  expect(await ask({ 'sec-fetch-site': 'same-origin' })).toBe(200)
})

test('endpoints of Better Auth that Tend doesn’t use don’t exist', async () => {
  const closed = listEndpoints().filter(
    ({ method, path }) => !findAskers(method, `/api/auth${path}`),
  )
  expect(closed.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      '/get-access-token',
      '/refresh-token',
      '/update-session',
      '/ok',
      '/error',
    ]),
  )
  for (const { method, path } of closed) {
    const body = method === 'GET' ? undefined : {}
    const answer = await accounts.ask(path, { method, body, cookie: ada.cookie })
    expect(answer.status, `${method} ${path}`).toBe(404)
  }
})

test('a body is JSON of a known and small size', async () => {
  const text = JSON.stringify({ email: 'a@b.example', password: 'x'.repeat(70_000) })
  const ask = async (headers: Record<string, string>) =>
    (await accounts.ask('/sign-in/email', { body: text, headers })).status
  expect(await ask({})).toBe(413)
  expect(await ask({ 'content-length': '' })).toBe(411)
})

async function countRows() {
  const count = async (table: string) =>
    (await accounts.owner.selectFrom(table).selectAll().execute()).length
  return [await count('auth_user'), await count('auth_session'), await count('auth_account')]
}
