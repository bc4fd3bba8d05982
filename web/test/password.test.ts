import { mintApiToken } from '@tend/server/api-token'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { password, startTestAccounts, type TestAccounts } from './support/test-accounts.ts'

let accounts: TestAccounts
beforeAll(async () => {
  accounts = await startTestAccounts()
})
afterAll(() => accounts[Symbol.asyncDispose]())

const newPassword = 'a different good one'
const resetSubject = 'Choose a new password'

test('a mailed link replaces a forgotten password, and its owner is notified', async () => {
  const { ask, signUp, readMail, readToken } = accounts
  const { email } = await signUp('forgot@example.com')
  const asked = await ask('/request-password-reset', { email, redirectTo: '/today' })
  expect(asked.status).toBe(200)
  expect((await readMail(email, resetSubject)).text).toContain('/reset-password?next=%2Ftoday&')
  const token = await readToken(email, resetSubject)
  expect((await ask('/reset-password', { newPassword, token })).status).toBe(200)
  expect((await ask('/sign-in/email', { email, password })).status).toBe(401)
  expect((await ask('/sign-in/email', { email, password: newPassword })).status).toBe(200)
  await readMail(email, 'Your password was changed')
})

test('requesting a new password has the same answer for an unknown address', async () => {
  const { ask, signUp, sink } = accounts
  const { email } = await signUp('has.account@example.com')
  const known = await ask('/request-password-reset', { email })
  const unknown = await ask('/request-password-reset', { email: 'has.none@example.com' })
  expect([known.status, known.body]).toEqual([unknown.status, unknown.body])
  await accounts.readMail(email, resetSubject)
  expect(sink.findMail('has.none@example.com', resetSubject)).toBeUndefined()
})

test('nobody can use up the mails of an account by requests for which none is sent', async () => {
  const { ask, signUp, readMail } = accounts
  const { email } = await signUp('blocked@example.com')
  for (let number = 0; number < 6; number += 1) {
    const refused = await ask('/request-password-reset', { email, redirectTo: '//evil.example' })
    expect(refused).toMatchObject({ status: 400, body: { code: 'INVALID_REDIRECT' } })
  }
  const asked = await Promise.all(
    Array.from({ length: 6 }, () => ask('/request-password-reset', { email })),
  )
  expect(asked.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 429])
  await readMail(email, resetSubject)
})

test('a reset link works once', async () => {
  const { token } = await askForReset('once@example.com')
  expect((await accounts.ask('/reset-password', { newPassword, token })).status).toBe(200)
  expect(
    await accounts.ask('/reset-password', { newPassword: 'and yet another', token }),
  ).toMatchObject({ status: 400, body: { code: 'INVALID_TOKEN' } })
})

test('a reset link that is used twice at the same time works once', async () => {
  const { email, token } = await askForReset('race@example.com')
  const passwords = ['the first of these', 'the second of them', 'a third one of all']
  const answers = await Promise.all(
    passwords.map((chosen) => accounts.ask('/reset-password', { newPassword: chosen, token })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400])
  const winner = passwords[answers.findIndex(({ status }) => status === 200)]
  expect((await accounts.ask('/sign-in/email', { email, password: winner })).status).toBe(200)
})

test('an older reset link becomes invalid when a newer one is used, and when the password is changed', async () => {
  const { ask } = accounts
  const first = await askForReset('older@example.com')
  const second = await askForReset(first.email, { signedUp: true })
  expect((await ask('/reset-password', { newPassword, token: second.token })).status).toBe(200)
  expect((await ask('/reset-password', { newPassword, token: first.token })).status).toBe(400)

  const third = await askForReset(first.email, { signedUp: true })
  const { cookie } = await ask('/sign-in/email', { email: first.email, password: newPassword })
  const change = { currentPassword: newPassword, newPassword: 'changed it once more' }
  expect((await ask('/change-password', change, { cookie })).status).toBe(200)
  expect((await ask('/reset-password', { newPassword, token: third.token })).status).toBe(400)
})

test('a reset ends every session, and the API refuses their tokens', async () => {
  const { app, ask, signUp } = accounts
  const one = await signUp('everywhere@example.com')
  const other = await ask('/sign-in/email', { email: one.email, password })
  const asks = (await Promise.all([one, other].map(askApiAs))).map(({ askApi }) => askApi)
  for (const askApi of asks) expect(await askApi()).toBe(200)
  const { token } = await askForReset(one.email, { signedUp: true })
  expect((await ask('/reset-password', { newPassword, token })).status).toBe(200)
  for (const askApi of asks) await expect.poll(askApi, { timeout: 10_000 }).toBe(401)
  for (const { cookie } of [one, other]) {
    expect(await accounts.findSession({ cookie })).toBeNull()
  }
  const { count } = await app.owner
    .selectFrom('auth_session')
    .innerJoin('auth_user', 'auth_user.id', 'auth_session.user_id')
    .where('auth_user.email', '=', one.email)
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  expect(Number(count)).toBe(0)
})

test('a reset revokes access tokens, calendar addresses and webhooks, also one that an ended session makes meanwhile, and says so', async () => {
  const { ask, signUp, readMail } = accounts
  const person = await signUp('robbed@example.com')
  const other = await signUp('not.robbed@example.com')
  const thief = await askApiAs(await ask('/sign-in/email', { email: person.email, password }))
  const made = await thief.makeToken()
  const others = await (await askApiAs(other)).makeToken()
  const feed = await thief.makeFeed()
  const othersFeed = await (await askApiAs(other)).makeFeed()
  for (const one of [feed, othersFeed]) expect((await fetch(one)).status).toBe(200)
  for (const one of [made, others]) expect(await one.askApi?.()).toBe(200)
  const othersHook = await (await askApiAs(other)).makeWebhook()
  const hooks = [await thief.makeWebhook(), othersHook]
  expect(await listWebhooks(hooks)).toEqual(hooks)
  const { token } = await askForReset(person.email, { signedUp: true })
  expect((await ask('/reset-password', { newPassword, token })).status).toBe(200)
  const late = await thief.makeToken()
  expect(late.code).toBe('UNAUTHENTICATED')
  await expect.poll(() => made.askApi?.(), { timeout: 10_000 }).toBe(401)
  expect(await others.askApi?.()).toBe(200)
  expect((await fetch(feed)).status).toBe(404)
  expect((await fetch(othersFeed)).status).toBe(200)
  expect(await listWebhooks(hooks)).toEqual([othersHook])
  const { text } = await readMail(person.email, 'Your password was changed')
  expect(text).toContain('all access tokens, calendar addresses and webhooks have been revoked')
})

test('resetting a password confirms the address, because the mail was read', async () => {
  const { ask, readToken } = accounts
  const email = 'never.confirmed@example.com'
  await ask('/sign-up/email', { name: 'Ada', email, password })
  await ask('/request-password-reset', { email })
  await ask('/reset-password', { newPassword, token: await readToken(email, resetSubject) })
  expect((await ask('/sign-in/email', { email, password: newPassword })).status).toBe(200)
})

test('a changed password ends all other sessions, renews this one, and its owner is notified', async () => {
  const { ask, signUp, readMail } = accounts
  const here = await signUp('change@example.com')
  const there = await ask('/sign-in/email', { email: here.email, password })
  const change = { currentPassword: password, newPassword, revokeOtherSessions: false }
  const wrong = await ask('/change-password', { ...change, currentPassword: 'not it' }, here)
  expect(wrong).toMatchObject({ status: 400, body: { code: 'INVALID_PASSWORD' } })
  const changed = await ask('/change-password', change, here)
  expect(changed.status).toBe(200)
  expect(await accounts.findSession(there)).toBeNull()
  expect(await accounts.findSession(here)).toBeNull()
  expect(await accounts.findSession(changed)).toMatchObject({
    user: { email: here.email },
  })
  await readMail(here.email, 'Your password was changed')
})

test.each([
  ['common', 'password123', 'common@example.com'],
  ['their own address', 'weak@example.com', 'weak@example.com'],
])('a password that is %s is refused wherever one is chosen', async (_case, weak, email) => {
  const { ask, signUp, readToken } = accounts
  const refused = { status: 400, body: { code: 'PASSWORD_REFUSED' } }
  expect(await ask('/sign-up/email', { name: 'Ada', email, password: weak })).toMatchObject(refused)
  const { cookie } = await signUp(email)
  const change = { currentPassword: password, newPassword: weak }
  expect(await ask('/change-password', change, { cookie })).toMatchObject(refused)
  await ask('/request-password-reset', { email })
  const token = await readToken(email, resetSubject)
  expect(await ask('/reset-password', { newPassword: weak, token })).toMatchObject(refused)
  expect((await ask('/reset-password', { newPassword: password, token })).status).toBe(200)
})

test('a reset link is stored only as a hash', async () => {
  const { token } = await askForReset('hashed@example.com')
  const rows = await accounts.app.owner.selectFrom('auth_verification').selectAll().execute()
  expect(rows.length).toBeGreaterThan(0)
  expect(JSON.stringify(rows)).not.toContain(token)
})

/** Asks the API with a token of the session, as the token endpoint makes it. */
async function askApiAs({ cookie }: { cookie: string }) {
  const { url, token: settings } = accounts.app
  const found = await accounts.findSession({ cookie })
  const { id: sessionId, userId } = found?.session ?? { id: '', userId: '' }
  const token = await mintApiToken({ userId, sessionId }, settings)
  const post = (query: string, bearer: string) =>
    fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    })
  return {
    askApi: async () => (await post('{ me { id } }', token)).status,
    /** Where a new calendar is answered. */
    async makeFeed() {
      const answer = await post(
        'mutation { createFeed(input: { name: "Mine" }) { address } }',
        token,
      )
      const { data } = (await answer.json()) as { data: { createFeed: { address: string } } }
      return `${url}${new URL(data.createFeed.address).pathname}`
    },
    async makeWebhook() {
      const input = '{ url: "https://receiver.example/hook" }'
      const answer = await post(
        `mutation { createWebhook(input: ${input}) { webhook { id } } }`,
        token,
      )
      const { data } = (await answer.json()) as {
        data: { createWebhook: { webhook: { id: string } } }
      }
      return data.createWebhook.webhook.id
    },
    async makeToken() {
      const input = '{ name: "Mine", scopes: [ACCOUNT_READ], expiresAt: null }'
      const answer = await post(`mutation { createAccessToken(input: ${input}) { token } }`, token)
      const { data, errors } = (await answer.json()) as MadeToken
      const made = data?.createAccessToken?.token
      return {
        code: errors?.[0]?.extensions.code,
        askApi: made ? async () => (await post('{ me { id } }', made)).status : undefined,
      }
    },
  }
}

/** Those of them that nobody has revoked. */
async function listWebhooks(ids: readonly string[]): Promise<string[]> {
  const rows = await accounts.app.owner
    .selectFrom('webhook')
    .select('id')
    .where('id', 'in', ids)
    .where('revoked_at', 'is', null)
    .execute()
  return ids.filter((id) => rows.some((row) => row.id === id))
}

type MadeToken = {
  data?: { createAccessToken?: { token: string } }
  errors?: { extensions: { code: string } }[]
}

async function askForReset(email: string, { signedUp = false } = {}) {
  const { ask, signUp, sink, readToken } = accounts
  if (!signedUp) await signUp(email)
  const sent = sink.mails.length
  await ask('/request-password-reset', { email })
  await expect.poll(() => sink.mails.length).toBeGreaterThan(sent)
  return { email, token: await readToken(email, resetSubject) }
}
