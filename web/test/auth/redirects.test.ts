import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Accounts, type SignedUp, startAccounts } from '../support/accounts.ts'

let accounts: Accounts
let ada: SignedUp

beforeAll(async () => {
  accounts = await startAccounts({ GITHUB_CLIENT_ID: 'id', GITHUB_CLIENT_SECRET: 'secret' })
  ada = await accounts.signUp()
})
afterAll(() => accounts?.[Symbol.asyncDispose]())

const elsewhere = [
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https://evil.example',
  'https:/evil.example',
  'https://localhost:3000@evil.example/',
  'http://localhost:3000.evil.example/',
  'http://localhost:3000/inbox',
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'data:text/html,x',
  '/\t/evil.example',
  '/\n/evil.example',
  '/%2F%2Fevil.example',
  '/%5Cevil.example',
  '/%09/evil.example',
  '/..//evil.example',
  '@evil.example',
  'evil.example',
]
const names = ['callbackURL', 'redirectTo', 'errorCallbackURL', 'newUserCallbackURL']

/** Each endpoint with what it needs to get as far as its redirects. */
function listEndpoints(number: number): [string, object][] {
  return [
    ['/sign-in/email', { email: `ada${number}@example.com`, password: 'any' }],
    ['/sign-up/email', { email: `new${number}@example.com`, name: 'Eve', password: 'any' }],
    ['/sign-in/social', { provider: 'github' }],
    ['/link-social', { provider: 'github' }],
    ['/sign-out', {}],
    ['/unlink-account', { accountId: 'x' }],
  ]
}

test.each(names)('no endpoint redirects to another site by its %s', async (name) => {
  for (const [number, value] of elsewhere.entries()) {
    for (const [path, body] of listEndpoints(number)) {
      const address = `2001:db8:${number}:${name.length}::1`
      const sent = { body: { ...body, [name]: value }, cookie: ada.cookie, address }
      const answer = await accounts.ask(path, sent)
      expect([400, 403], `${path} ${JSON.stringify(value)}`).toContain(answer.status)
      expect(answer.headers.get('location')).toBeNull()
      expect(await answer.text()).not.toContain('"url"')
    }
  }
})

test('a destination that is no text is refused', async () => {
  const body = { provider: 'github', callbackURL: ['/inbox', '//evil.example'] }
  expect((await accounts.ask('/sign-in/social', { body })).status).toBe(400)
})

test('a destination beside the body is refused too', async () => {
  const answer = await accounts.ask('/sign-in/social?callbackURL=//evil.example', {
    body: { provider: 'github' },
  })
  expect([400, 403]).toContain(answer.status)
})

test('a path of this app is a destination', async () => {
  const body = { provider: 'github', callbackURL: '/inbox?view=all', errorCallbackURL: '/login' }
  const answer = await accounts.ask('/sign-in/social', { body })
  expect(answer.status).toBe(200)
  expect(await answer.json()).toMatchObject({ redirect: true })
})
