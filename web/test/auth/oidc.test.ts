import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Accounts, readCookies, startAccounts } from '../support/accounts.ts'
import {
  type OidcProvider,
  startOidcProvider,
  walkThroughProvider,
} from '../support/oidc-provider.ts'

const webUrl = 'http://localhost:3000'
let provider: OidcProvider
let accounts: Accounts
let visits = 0

beforeAll(async () => {
  provider = await startOidcProvider(webUrl)
  accounts = await startWith({ OIDC_ISSUER: provider.issuer })
})
afterAll(async () => {
  await accounts?.[Symbol.asyncDispose]()
  await provider?.[Symbol.asyncDispose]()
})
beforeEach(() => {
  provider.people.clear()
  provider.people.set('ada', newPerson())
})

function startWith(env: Record<string, string>): Promise<Accounts> {
  return startAccounts({
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
    GITHUB_CLIENT_ID: 'id',
    GITHUB_CLIENT_SECRET: 'secret',
    ...env,
  })
}

function newPerson() {
  visits += 1
  const email = `ada.${process.pid}.${visits}@provider.example`
  const picture = 'https://pictures.example/ada.png'
  return { email, email_verified: true, name: 'Ada Lovelace', picture }
}

/** One person at the provider, under a name that nobody had before. */
function comeAs(details: Partial<ReturnType<typeof newPerson>> = {}): string {
  const person = { ...newPerson(), ...details }
  const name = `person-${visits}`
  provider.people.set(name, person)
  return name
}

type Begun = { url: string; cookie: string }

async function begin(cookie = '', path = '/sign-in/social', more = {}): Promise<Begun> {
  const body = { provider: 'oidc', callbackURL: '/inbox', errorCallbackURL: '/login', ...more }
  const answer = await accounts.ask(path, { body, cookie, address: `2001:db8:1:${visits}::1` })
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
  const { url } = (await answer.json()) as { url: string }
  return { url, cookie: [cookie, readCookies(answer)].filter(Boolean).join('; ') }
}

function open(back: URL, cookie: string): Promise<Response> {
  return accounts.ask(back.pathname.replace('/api/auth', '') + back.search, { cookie })
}

/** The whole way; gives the answer that ends it. */
async function signIn(as: string): Promise<Response> {
  const { url, cookie } = await begin()
  return open(await walkThroughProvider(url, as), cookie)
}

function locationOf(answer: Response): string | null {
  return answer.headers.get('location')
}

function expectRefused(answer: Response, error: string): void {
  expect(locationOf(answer)).toMatch(new RegExp(`^(${webUrl})?/login\\?error=${error}(&|$)`))
  expect(readCookies(answer)).not.toContain('session_token')
}

async function findUser(email: string | undefined) {
  return accounts.owner
    .selectFrom('auth_user')
    .selectAll()
    .where('email', '=', email ?? '')
    .executeTakeFirst()
}

test('a new person gets an account with the provider’s name and address, and no picture', async () => {
  const answer = await signIn('ada')
  expect(locationOf(answer)).toBe('/inbox')
  expect((await accounts.askToken({ cookie: readCookies(answer) })).status).toBe(200)
  const user = await findUser(provider.people.get('ada')?.email)
  expect(user).toMatchObject({ name: 'Ada Lovelace', email_verified: true, image: null })
})

test('a person from a provider gets their browser’s time zone, and keeps it', async () => {
  const name = comeAs()
  for (const timeZone of ['Pacific/Auckland', 'America/New_York']) {
    const { url, cookie } = await begin('', '/sign-in/social', { timeZone })
    await open(await walkThroughProvider(url, name), cookie)
    const user = await findUser(provider.people.get(name)?.email)
    expect(user).toMatchObject({ time_zone: 'Pacific/Auckland' })
  }
})

test.each(['Mars/Olympus', '+01:00', 7])(
  'signing in with a provider and the zone %j is refused with a message',
  async (timeZone) => {
    const answer = await accounts.ask('/sign-in/social', { body: { provider: 'oidc', timeZone } })
    expect([answer.status, await answer.json()]).toEqual([
      400,
      { code: 'INVALID_TIME_ZONE', message: expect.stringContaining('Europe/Berlin') },
    ])
  },
)

test('none of the provider’s tokens is stored, at the first sign-in or a later one', async () => {
  const name = comeAs()
  for (const _time of ['first', 'second']) {
    await signIn(name)
    const account = await accounts.owner
      .selectFrom('auth_account')
      .selectAll()
      .where('account_id', '=', name)
      .executeTakeFirstOrThrow()
    expect(account).toMatchObject({
      access_token: null,
      refresh_token: null,
      id_token: null,
      access_token_expires_at: null,
      refresh_token_expires_at: null,
    })
  }
})

test('a returning person is the same person, also with another address', async () => {
  const name = comeAs()
  await signIn(name)
  const { email } = provider.people.get(name) ?? {}
  provider.people.set(name, newPerson())
  expect(locationOf(await signIn(name))).toBe('/inbox')
  expect(await findUser(email)).toBeDefined()
  expect(await findUser(provider.people.get(name)?.email)).toBeUndefined()
})

test('the request has a state, a nonce and a challenge of SHA-256, each new', async () => {
  const [first, second] = [await begin(), await begin()].map(({ url }) => new URL(url).searchParams)
  expect(first?.get('code_challenge_method')).toBe('S256')
  expect(first?.get('response_type')).toBe('code')
  for (const name of ['state', 'nonce', 'code_challenge']) {
    expect(first?.get(name)?.length).toBeGreaterThanOrEqual(32)
    expect(first?.get(name)).not.toBe(second?.get(name))
  }
})

test('an answer without a state, or with an invented one, signs nobody in', async () => {
  const { url, cookie } = await begin()
  const back = await walkThroughProvider(url, 'ada')
  const without = new URL(back)
  without.searchParams.delete('state')
  expectRefused(await open(without, cookie), 'state_not_found')
  const invented = new URL(back)
  invented.searchParams.set('state', 'x'.repeat(32))
  expectRefused(await open(invented, cookie), 'state_mismatch')
})

test('an answer in another browser than the one that asked signs nobody in', async () => {
  const attacker = await begin()
  const back = await walkThroughProvider(attacker.url, 'ada')
  expectRefused(await open(back, ''), 'state_mismatch')
  const victim = await begin()
  expectRefused(await open(back, victim.cookie), 'state_mismatch')
})

test('an answer counts once', async () => {
  const { url, cookie } = await begin()
  const back = await walkThroughProvider(url, 'ada')
  expect(locationOf(await open(back, cookie))).toBe('/inbox')
  expectRefused(await open(back, cookie), 'state_mismatch')
})

test('a code from somebody else’s request is useless', async () => {
  const stolen = await walkThroughProvider((await begin()).url, 'ada')
  const { url, cookie } = await begin()
  const back = await walkThroughProvider(url, comeAs())
  back.searchParams.set('code', stolen.searchParams.get('code') ?? '')
  expectRefused(await open(back, cookie), 'invalid_code')
})

test.each(['codeVerifier', 'idTokenNonce'])(
  'another %s than in the request is refused',
  async (name) => {
    const { url, cookie } = await begin()
    const back = await walkThroughProvider(url, 'ada')
    const identifier = `auth-state:${back.searchParams.get('state')}`
    const kept = await accounts.owner
      .selectFrom('auth_verification')
      .select('value')
      .where('identifier', '=', identifier)
      .executeTakeFirstOrThrow()
    const value = JSON.stringify({ ...JSON.parse(kept.value), [name]: 'x'.repeat(64) })
    await accounts.owner
      .updateTable('auth_verification')
      .set({ value })
      .where('identifier', '=', identifier)
      .execute()
    const answer = await open(back, cookie)
    expectRefused(answer, name === 'codeVerifier' ? 'invalid_code' : 'unable_to_get_user_info')
  },
)

test('an answer of another issuer is refused (RFC 9207)', async () => {
  const { url, cookie } = await begin()
  const back = await walkThroughProvider(url, 'ada')
  expect(back.searchParams.get('iss')).toBe(provider.issuer)
  back.searchParams.set('iss', 'https://evil.example')
  expectRefused(await open(back, cookie), 'issuer_mismatch')
})

test('the address of an answer has one spelling', async () => {
  const { url, cookie } = await begin()
  const back = await walkThroughProvider(url, 'ada')
  const answer = await accounts.ask(`/callback/%6fidc${back.search}`, { cookie })
  expect(answer.status).toBe(404)
})

test('one provider’s answer isn’t accepted at another’s address', async () => {
  const { url, cookie } = await begin()
  const back = await walkThroughProvider(url, 'ada')
  back.pathname = '/api/auth/callback/github'
  expectRefused(await open(back, cookie), 'state_mismatch')
})

test('cancelling at the provider returns with the reason', async () => {
  const { url, cookie } = await begin()
  const answer = await open(await walkThroughProvider(url, 'cancel'), cookie)
  expectRefused(answer, 'access_denied')
})

test('an address that the provider hasn’t verified creates no account', async () => {
  const name = comeAs({ email_verified: false })
  expectRefused(await signIn(name), 'email_not_verified')
  expect(await findUser(provider.people.get(name)?.email)).toBeUndefined()
})

test('a person without an address gets no account', async () => {
  provider.people.set('nobody', { name: 'Nobody' })
  expectRefused(await signIn('nobody'), '(email_not_found|unable_to_get_user_info)')
})

test('an account with an unverified address isn’t joined, because somebody else may have created it', async () => {
  const hijacked = await accounts.signUp('Mallory')
  const name = comeAs({ email: hijacked.email })
  expectRefused(await signIn(name), 'account_not_linked')
  expect(await listAccounts(hijacked.userId)).toEqual(['credential'])
})

test('an address that both sides have verified joins the account, in any case', async () => {
  const own = await accounts.signUp()
  await verify(own.userId)
  const name = comeAs({ email: own.email.toUpperCase() })
  expect(locationOf(await signIn(name))).toBe('/inbox')
  expect(await listAccounts(own.userId)).toEqual(['credential', 'oidc'])
})

test('an address that only Tend has verified joins nothing', async () => {
  const own = await accounts.signUp()
  await verify(own.userId)
  const name = comeAs({ email: own.email, email_verified: false })
  expectRefused(await signIn(name), 'email_not_verified')
  expect(await listAccounts(own.userId)).toEqual(['credential'])
})

test('a signed-in person connects an account with any address, and takes over nothing of it', async () => {
  const own = await accounts.signUp('Grace')
  await verify(own.userId)
  const name = comeAs({ email_verified: false })
  const { url, cookie } = await begin(own.cookie, '/link-social')
  expect(locationOf(await open(await walkThroughProvider(url, name), cookie))).toBe('/inbox')
  expect(await listAccounts(own.userId)).toEqual(['credential', 'oidc'])
  expect(await findUser(own.email)).toMatchObject({ name: 'Grace', image: null })
  const again = await signIn(name)
  expect(locationOf(again)).toBe('/inbox')
  const { user } = (await accounts.auth.api.getSession({
    headers: new Headers({ cookie: readCookies(again) }),
  })) as { user: { id: string } }
  expect(user.id).toBe(own.userId)
})

test('a person with an unverified address can’t connect anything', async () => {
  const mallory = await accounts.signUp('Mallory')
  await expect(begin(mallory.cookie, '/link-social')).rejects.toThrow('403')
})

test('a session of more than a day can’t connect anything', async () => {
  const own = await accounts.signUp()
  await verify(own.userId)
  await accounts.owner
    .updateTable('auth_session')
    .set({ created_at: new Date(Date.now() - 86_400_000) })
    .where('user_id', '=', own.userId)
    .execute()
  const body = { provider: 'oidc', callbackURL: '/settings/sign-in' }
  const answer = await accounts.ask('/link-social', { body, cookie: own.cookie })
  expect(answer.status).toBe(403)
  expect(await answer.json()).toMatchObject({ code: 'SESSION_NOT_FRESH' })
})

test('an account that belongs to one person isn’t connected to another', async () => {
  const name = comeAs()
  await signIn(name)
  const own = await accounts.signUp()
  await verify(own.userId)
  const { url, cookie } = await begin(own.cookie, '/link-social')
  const answer = await open(await walkThroughProvider(url, name), cookie)
  expect(locationOf(answer)).toContain('error=account_already_linked_to_different_user')
  expect(await listAccounts(own.userId)).toEqual(['credential'])
})

test('a connection that was begun before signing out connects nothing', async () => {
  const own = await accounts.signUp()
  await verify(own.userId)
  const { url, cookie } = await begin(own.cookie, '/link-social')
  const back = await walkThroughProvider(url, comeAs())
  await accounts.ask('/sign-out', { body: {}, cookie: own.cookie })
  expect(locationOf(await open(back, cookie))).toContain('error=')
  expect(await listAccounts(own.userId)).toEqual(['credential'])
})

test('the last way to sign in stays, also when two are removed at the same moment', async () => {
  const own = await accounts.signUp()
  await verify(own.userId)
  const { url, cookie } = await begin(own.cookie, '/link-social')
  await open(await walkThroughProvider(url, comeAs()), cookie)
  const rows = await accounts.owner
    .selectFrom('auth_account')
    .select('id')
    .where('user_id', '=', own.userId)
    .execute()
  const disconnect = ({ id }: { id: string }) =>
    accounts.ask('/unlink-account', { body: { accountId: id }, cookie: own.cookie })
  await Promise.all(rows.map(disconnect))
  const [left, ...others] = await accounts.owner
    .selectFrom('auth_account')
    .select('id')
    .where('user_id', '=', own.userId)
    .execute()
  expect([left, others]).toEqual([{ id: expect.any(String) }, []])
  expect((await disconnect(left as { id: string })).status).toBe(400)
})

test('a provider that no longer exists doesn’t count as a way to sign in', async () => {
  const own = await accounts.signUp()
  await accounts.owner
    .insertInto('auth_account')
    .values({
      id: `gone-${visits}`,
      user_id: own.userId,
      account_id: `${visits}`,
      provider_id: 'google',
    })
    .execute()
  const { id } = await accounts.owner
    .selectFrom('auth_account')
    .select('id')
    .where('user_id', '=', own.userId)
    .where('provider_id', '=', 'credential')
    .executeTakeFirstOrThrow()
  const answer = await accounts.ask('/unlink-account', {
    body: { accountId: id },
    cookie: own.cookie,
  })
  expect(answer.status).toBe(400)
})

test('nobody can send a provider’s token, or a message of their own, instead of going there', async () => {
  for (const extra of [
    { idToken: { token: 'x.y.z' } },
    { scopes: ['admin'] },
    { additionalParams: { prompt: 'none' } },
    { additionalData: { link: { userId: 'x', email: 'x' } } },
  ]) {
    const body = { provider: 'oidc', ...extra }
    expect((await accounts.ask('/sign-in/social', { body })).status).toBe(400)
  }
})

test('a provider that is down is reported with a message, and used once it is back', async () => {
  const other = await startOidcProvider(webUrl)
  await other[Symbol.asyncDispose]()
  await using alone = await startWith({ OIDC_ISSUER: other.issuer })
  const ask = () => alone.ask('/sign-in/social', { body: { provider: 'oidc' } })
  const refused = await ask()
  expect([refused.status, await refused.json()]).toEqual([
    503,
    { code: 'PROVIDER_UNREACHABLE', message: expect.any(String) },
  ])
  expect((await alone.signUp()).cookie).toContain('session_token')
  await using _back = await startOidcProvider(webUrl, other.port)
  expect((await ask()).status).toBe(200)
})

test('a provider that never answers keeps nobody from signing in with a password', async () => {
  const silent = createServer(() => {}).listen(0, '127.0.0.1')
  await once(silent, 'listening')
  const { port } = silent.address() as { port: number }
  await using alone = await startWith({ OIDC_ISSUER: `http://127.0.0.1:${port}` })
  expect((await alone.signUp()).cookie).toContain('session_token')
  silent.closeAllConnections()
  silent.close()
})

test('a provider that fails halfway is reported with a message', async () => {
  await using other = await startOidcProvider(webUrl)
  other.people.set('ada', newPerson())
  await using alone = await startWith({ OIDC_ISSUER: other.issuer })
  const body = { provider: 'oidc', errorCallbackURL: '/login' }
  const begun = await alone.ask('/sign-in/social', { body })
  const { url } = (await begun.json()) as { url: string }
  const back = await walkThroughProvider(url, 'ada')
  await other[Symbol.asyncDispose]()
  const answer = await alone.ask(`/callback/oidc${back.search}`, { cookie: readCookies(begun) })
  expectRefused(answer, 'invalid_code')
})

test('a provider with another name than the configured one isn’t used', async () => {
  await using alone = await startWith({ OIDC_ISSUER: `http://localhost:${provider.port}` })
  const answer = await alone.ask('/sign-in/social', { body: { provider: 'oidc' } })
  expect(answer.status).toBe(503)
})

async function verify(userId: string): Promise<void> {
  await accounts.owner
    .updateTable('auth_user')
    .set({ email_verified: true })
    .where('id', '=', userId)
    .execute()
}

async function listAccounts(userId: string): Promise<string[]> {
  const rows = await accounts.owner
    .selectFrom('auth_account')
    .select('provider_id')
    .where('user_id', '=', userId)
    .orderBy('provider_id')
    .execute()
  return rows.map(({ provider_id }) => provider_id)
}
