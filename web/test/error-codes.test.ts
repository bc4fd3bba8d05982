import { readFileSync } from 'node:fs'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findAskers } from '../src/auth/open-endpoints.ts'
import { password, startTestAccounts, type TestAccounts } from './support/test-accounts.ts'

// docs/authentication.md tells every error that the accounts answer with, and its cure.

const markdown = readFileSync(new URL('../../docs/authentication.md', import.meta.url), 'utf8')
const documented = new Set(
  Array.from(markdown.matchAll(/^\| ([\d, ]+) \| ([^|]+) \|/gm)).flatMap(
    ([, statuses = '', codes = '']) =>
      statuses
        .split(', ')
        .flatMap((status) =>
          Array.from(codes.matchAll(/`([A-Z_]+)`/g), ([, code]) => `${status} ${code}`),
        ),
  ),
)

let accounts: TestAccounts
beforeAll(async () => {
  accounts = await startTestAccounts()
})
afterAll(() => accounts[Symbol.asyncDispose]())

const ada = { name: 'Ada', password }

/** What goes wrong, beside what each endpoint makes of an empty body. */
function listMistakes(email: string): [path: string, body?: object][] {
  return [
    ['/sign-up/email', { ...ada, email: 'no address' }],
    ['/sign-up/email', { ...ada, email: 'a@example.com', name: ' ' }],
    ['/sign-up/email', { ...ada, email: 'a@example.com', timeZone: 'Mars/Olympus' }],
    ...['short', 'x'.repeat(129), 'password123'].map((weak): [string, object] => [
      '/sign-up/email',
      { ...ada, email: 'a@example.com', password: weak },
    ]),
    ['/sign-in/email', { email, password: 'not the password' }],
    ['/sign-in/email', { email: 'waiting@example.com', password }],
    ['/sign-in/email', { email, password, callbackURL: '//evil.example' }],
    ['/sign-in/social', { provider: 'google', idToken: 'one' }],
    ['/send-verification-email', { email }],
    ['/send-verification-email', { email: 'other@example.com' }],
    ['/verify-email?token=wrong'],
    ['/reset-password', { newPassword: 'a different good one', token: 'wrong' }],
    ['/change-password', { currentPassword: 'not it', newPassword: 'a different good one' }],
    ['/change-email', { newEmail: 'no address' }],
    ['/unlink-account', { accountId: 'none' }],
    ['/delete-user', {}],
    ['/delete-user', { password: 'not the password' }],
  ]
}

function listEndpoints(): [path: string, body: object][] {
  return Object.values(accounts.auth.api).flatMap((endpoint): [string, object][] => {
    const { path = '' } = endpoint as { path?: string }
    return findAskers('POST', `/api/auth${path}`) && path !== '/sign-out' ? [[path, {}]] : []
  })
}

test('every code that is answered is in the document with its status', async () => {
  const { ask, signUp, config } = accounts
  const person = await signUp('ada@example.com')
  await ask('/sign-up/email', { ...ada, email: 'waiting@example.com' })
  const found = new Set<string>()
  for (const as of [{}, person])
    for (const [path, body] of [...listEndpoints(), ...listMistakes(person.email)]) {
      const answer = await ask(path, body, as)
      if (answer.body?.code) found.add(`${answer.status} ${answer.body.code}`)
    }
  const claims = { email: person.email, userId: 'somebody' }
  const expired = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('-1h')
    .sign(new TextEncoder().encode(config.secrets.current))
  const late = await ask(`/verify-email?token=${expired}`)
  found.add(`${late.status} ${late.body?.code}`)
  expect(found.size).toBeGreaterThan(12)
  expect([...found].filter((one) => !documented.has(one)).sort()).toEqual([])
})
