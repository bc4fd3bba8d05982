import { deriveApiTokenKey, mintApiToken } from '@tend/server/api-token'
import { SignJWT } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { password, startTestAccounts, type TestAccounts } from './support/test-accounts.ts'

let accounts: TestAccounts
beforeAll(async () => {
  accounts = await startTestAccounts()
})
afterAll(() => accounts[Symbol.asyncDispose]())

const name = 'tend.session_token'

test('every sign-in creates a new session, whatever cookie is sent', async () => {
  const { ask, signUp } = accounts
  const { cookie, email } = await signUp('renewed@example.com')
  for (const planted of [cookie, `${name}=planted.signature`]) {
    const answer = await ask('/sign-in/email', { email, password }, { cookie: planted })
    expect(answer.status).toBe(200)
    expect(answer.cookie).toMatch(new RegExp(`^${name}=.{20,}`))
    expect(answer.cookie).not.toBe(planted)
    expect(await accounts.findSession(answer)).toMatchObject({ user: { email } })
  }
})

test('a session cookie can’t be read by scripts, other sites, or on HTTPS by other subdomains', async () => {
  const { ask, restart, signUp } = accounts
  const { email } = await signUp('cookie@example.com')
  const plain = await ask('/sign-in/email', { email, password })
  expect(listAttributes(plain.headers)).toEqual(
    new Set(['HttpOnly', 'Max-Age=2592000', 'Path=/', 'SameSite=Lax']),
  )
  const secure = await restart({ WEB_ORIGINS: 'https://tend.example' }).ask('/sign-in/email', {
    email,
    password,
  })
  expect(secure.cookie).toMatch(/^__Host-tend\.session_token=/)
  expect(listAttributes(secure.headers)).toEqual(
    new Set(['HttpOnly', 'Max-Age=2592000', 'Path=/', 'SameSite=Lax', 'Secure']),
  )
})

test('changing the secret keeps people signed in, and their mailed links valid', async () => {
  const { ask, restart, signUp, readToken, config } = accounts
  const email = 'rotation@example.com'
  const { cookie } = await signUp(email)
  const fresh = { name: 'Ada', email: 'rotation.new@example.com', password }
  await ask('/sign-up/email', fresh)
  const link = await readToken(fresh.email, 'Confirm your e-mail address')
  await ask('/request-password-reset', { email })
  const reset = await readToken(email, 'Choose a new password')

  const changed = { BETTER_AUTH_SECRET: 'a-New-secret-of-good-length-7401-qmxz-fgh' }
  const rotated = restart({ ...changed, BETTER_AUTH_SECRET_PREVIOUS: config.secrets.current })
  const forgotten = restart(changed)
  expect(await rotated.findSession({ cookie })).toMatchObject({
    user: { email },
  })
  expect(await forgotten.findSession({ cookie })).toBeNull()
  expect((await forgotten.ask(`/verify-email?token=${link}`)).status).toBe(401)
  expect((await rotated.ask(`/verify-email?token=${link}`)).status).toBe(200)
  const choice = { newPassword: 'a different good one', token: reset }
  expect((await forgotten.ask('/reset-password', choice)).status).toBe(200)
})

test('an API token isn’t a verification token, nor the reverse', async () => {
  const { app, ask, config, readToken } = accounts
  const email = 'tokens@example.com'
  await ask('/sign-up/email', { name: 'Ada', email, password })
  const link = await readToken(email, 'Confirm your e-mail address')
  const { id: userId } = await findUser(email)
  const apiToken = await mintApiToken({ userId, sessionId: 'none' }, app.token)
  // Should such a token ever carry what a verification token does, its key still must not do.
  const withEmail = await new SignJWT({ email, userId })
    .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
    .setExpirationTime('1h')
    .sign(deriveApiTokenKey(config.secrets.current))
  for (const token of [apiToken, withEmail]) {
    expect(await ask(`/verify-email?token=${token}`)).toMatchObject({
      status: 401,
      body: { code: 'INVALID_TOKEN' },
    })
  }
  expect((await findUser(email)).email_verified).toBe(false)

  const answer = await fetch(`${app.url}/graphql?query={me{id}}`, {
    headers: { authorization: `Bearer ${link}` },
  })
  expect(answer.status).toBe(401)
})

function findUser(email: string) {
  return accounts.app.owner
    .selectFrom('auth_user')
    .where('email', '=', email)
    .selectAll()
    .executeTakeFirstOrThrow()
}

function listAttributes(headers: Headers): Set<string> {
  const [cookie = ''] = headers.getSetCookie()
  return new Set(cookie.split('; ').slice(1))
}
