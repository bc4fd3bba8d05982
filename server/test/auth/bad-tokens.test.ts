import { createHmac, generateKeyPairSync } from 'node:crypto'
import { SignJWT } from 'jose'
import { afterAll, expect, test } from 'vitest'
import { deriveApiTokenKey, mintApiToken } from '../../src/auth/api-token.ts'
import { ask } from '../support/ask.ts'
import { waitFor } from '../support/server-process.ts'
import { startTestApp, testSecret } from '../support/test-app.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada } = await app.createPeople('ada')

const oneDaySeconds = 86_400
const nowSeconds = () => Math.floor(Date.now() / 1000)
const goodHeader = { alg: 'HS256', typ: 'at+jwt' }
const goodClaims = () => ({
  sub: ada.userId,
  sid: ada.sessionId,
  iss: app.token.issuer,
  aud: app.token.audience,
  iat: nowSeconds(),
  exp: nowSeconds() + oneDaySeconds,
})

type Forgery = {
  header?: { alg: string; typ?: string }
  claims?: Record<string, unknown>
  key?: Parameters<SignJWT['sign']>[0]
}

/** A token that is valid except for what is given; an undefined claim is left out. */
function forge({ header = goodHeader, claims, key = deriveApiTokenKey(testSecret) }: Forgery) {
  return new SignJWT({ ...goodClaims(), ...claims }).setProtectedHeader(header).sign(key)
}

function askWith(authorization: string) {
  return ask(app.url, { query: '{ me { id } }' }, { authorization })
}

async function expectRefused(token: string) {
  const answer = await askWith(`Bearer ${token}`)
  expect(answer.text).not.toContain(ada.userId)
  expect(answer.status).toBe(401)
  expect(answer.headers.get('www-authenticate')).toMatch(
    /^Bearer realm="tend", error="invalid_token", error_description="[^"]+"$/,
  )
  expect(answer.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
}

/** The parts of a token, with one of them changed. */
function swap(token: string, index: 0 | 1 | 2, change: (part: string) => string): string {
  return token
    .split('.')
    .map((part, at) => (at === index ? change(part) : part))
    .join('.')
}

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

test('the token that the forgeries below start from is accepted', async () => {
  expect((await askWith(`Bearer ${await forge({})}`)).data).toEqual({ me: { id: ada.userId } })
})

test('a token with another signature is refused', async () => {
  await expectRefused(swap(ada.token, 2, (part) => part.replace(/^./, part[0] === 'A' ? 'B' : 'A')))
  await expectRefused(swap(ada.token, 2, () => ''))
})

test('a token with another person’s id under the old signature is refused', async () => {
  const { bob } = await app.createPeople('bob')
  const claims = { ...goodClaims(), sub: bob.userId, sid: bob.sessionId }
  await expectRefused(swap(ada.token, 1, () => base64url(claims)))
})

test('an unsigned token is refused', async () => {
  const unsigned = [base64url({ ...goodHeader, alg: 'none' }), base64url(goodClaims()), '']
  await expectRefused(unsigned.join('.'))
})

test('a token of another algorithm is refused, even one signed with the right key', async () => {
  await expectRefused(await forge({ header: { alg: 'HS512', typ: 'at+jwt' } }))
  await expectRefused(await forge({ header: { alg: 'HS384', typ: 'at+jwt' } }))
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  await expectRefused(await forge({ header: { alg: 'RS256', typ: 'at+jwt' }, key: privateKey }))
})

test.each([
  ['audience', { aud: 'http://other.example' }],
  ['issuer', { iss: 'http://other.example' }],
])('a token for another %s is refused', async (_name, claims) => {
  await expectRefused(await forge({ claims }))
})

test.each(['sub', 'sid', 'iss', 'aud', 'iat', 'exp'])(
  'a token without %s is refused',
  async (claim) => {
    await expectRefused(await forge({ claims: { [claim]: undefined } }))
  },
)

test.each([
  ['sub', ''],
  ['sub', 7],
  ['sid', ''],
  ['sid', ['a']],
  ['exp', 'tomorrow'],
])('a token whose %s is %j is refused', async (claim, value) => {
  await expectRefused(await forge({ claims: { [claim]: value } }))
})

test('a token of another type is refused', async () => {
  await expectRefused(await forge({ header: { alg: 'HS256', typ: 'JWT' } }))
  await expectRefused(await forge({ header: { alg: 'HS256' } }))
})

test('a token signed with the bare secret is refused', async () => {
  await expectRefused(await forge({ key: new TextEncoder().encode(testSecret) }))
})

test('an expired token is refused, after ten seconds for clocks that differ', async () => {
  await expectRefused(await forge({ claims: { exp: nowSeconds() - 11 } }))
  const justEnded = await askWith(`Bearer ${await forge({ claims: { exp: nowSeconds() - 5 } })}`)
  expect(justEnded.data).toEqual({ me: { id: ada.userId } })
})

test('a token older than the configured lifetime is refused, whatever expiry it claims', async () => {
  const { ttlSeconds } = app.token
  const iat = nowSeconds() - ttlSeconds - 11
  await expectRefused(await forge({ claims: { iat, exp: nowSeconds() + oneDaySeconds } }))
})

test('a token in use is refused at the end of the configured lifetime, whatever expiry it claims', async () => {
  // The clocks may differ by ten seconds, so five are left.
  const iat = nowSeconds() - app.token.ttlSeconds - 5
  const token = await forge({ claims: { iat, exp: nowSeconds() + oneDaySeconds } })
  const askAgain = async () => (await askWith(`Bearer ${token}`)).status
  expect(await askAgain()).toBe(200)
  const isRefused = async () => (await askAgain()) === 401 || undefined
  await waitFor('A refusal', isRefused, 20_000)
})

test('a token from the future is refused', async () => {
  await expectRefused(await forge({ claims: { iat: nowSeconds() + 60 } }))
})

test.each(['Bearer', 'Bearer ', 'Bearer a b', 'Basic YWRhOmFkYQ==', 'Bearer x.y.z', 'Bearer "a"'])(
  'the header "%s" is refused',
  async (authorization) => {
    expect((await askWith(authorization)).status).toBe(401)
  },
)

test('a token in the address or in a cookie has no effect', async () => {
  const query = new URLSearchParams({ query: '{ me { id } }', access_token: ada.token })
  const inAddress = await fetch(`${app.url}/graphql?${query}`)
  expect(inAddress.status).toBe(401)
  const inCookie = await ask(app.url, { query: '{ me { id } }' }, { cookie: `token=${ada.token}` })
  expect(inCookie.status).toBe(401)
})

test('a bad token is refused without the database, so it takes no connection', async () => {
  const env = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', DATABASE_CONNECT_TIMEOUT: '2s' }
  await using unreachable = await startTestApp({ env })
  const signed = (body: string) =>
    createHmac('sha256', 'a key that is not ours').update(body).digest('base64url')
  const body = ada.token.split('.').slice(0, 2).join('.')
  const bad = `Bearer ${body}.${signed(body)}`
  const refused = await ask(unreachable.url, { query: '{ me { id } }' }, { authorization: bad })
  expect(refused.status).toBe(401)

  const { userId, sessionId } = ada
  const good = `Bearer ${await mintApiToken({ userId, sessionId }, unreachable.token)}`
  const waiting = await ask(unreachable.url, { query: '{ me { id } }' }, { authorization: good })
  expect(waiting.status).toBe(503)
  expect(waiting.headers.get('retry-after')).toMatch(/^\d+$/)
  expect(waiting.errors?.[0]?.extensions.code).toBe('SERVICE_UNAVAILABLE')
})
