import { afterAll, beforeAll, expect, test } from 'vitest'
import { createAccessToken } from '../support/access-token.ts'
import { codesOf } from '../support/ask.ts'
import type { Person } from '../support/person.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

const expiresAt = new Date(Date.now() + 86_400_000).toISOString()
const own = '{ currentAccessToken { id name scopes expiresAt createdAt } }'

let app: TestApp
let ada: Person

beforeAll(async () => {
  app = await startTestApp()
  ada = await app.createPerson('ada')
})
afterAll(() => app?.[Symbol.asyncDispose]())

const fetchAs = (token: string, path: string, init: RequestInit = {}) =>
  fetch(`${app.url}${path}`, { ...init, headers: { authorization: `Bearer ${token}` } })

test.each(['TASKS_READ', 'TASKS_WRITE', 'ACCOUNT_READ'])(
  'a token with only %s can query itself, and no other',
  async (scope) => {
    const other = await createAccessToken(ada, { name: 'Another' })
    const input = { name: `Only ${scope}`, scopes: [scope], expiresAt }
    const { accessToken, bearer } = await createAccessToken(ada, input)
    const { id, createdAt } = accessToken
    expect((await bearer.data(own)).currentAccessToken).toEqual({ id, createdAt, ...input })
    const { accessToken: foreign } = other
    const asked = await bearer.gql(`{ node(id: "${foreign.id}") { id } }`)
    expect(JSON.stringify(asked.data ?? null)).not.toContain(foreign.id)
    expect(codesOf(await bearer.gql('{ accessTokens { name } }'))).toEqual(['FORBIDDEN'])
  },
)

test('a session has none', async () => {
  expect(await ada.data(own)).toEqual({ currentAccessToken: null })
})

test('each answer to a token that expires has its expiry, and no other does', async () => {
  const scopes = ['TASKS_READ', 'TASKS_WRITE']
  const ending = await createAccessToken(ada, { scopes, expiresAt })
  const lasting = await createAccessToken(ada, { scopes, expiresAt: null })
  const paths = [
    ['/graphql?query={__typename}'],
    ['/graphql?query={nothing}'],
    ['/export.json'],
    ['/export.csv'],
    ['/import', { method: 'POST', body: '{}' }],
  ] as const
  for (const [path, init] of paths) {
    const findExpiry = async (token: string) =>
      (await fetchAs(token, path, init)).headers.get('x-token-expires-at')
    expect(await findExpiry(ending.bearer.token), path).toBe(expiresAt)
    expect(await findExpiry(lasting.bearer.token), path).toBeNull()
    expect(await findExpiry(ada.token), path).toBeNull()
  }
})
