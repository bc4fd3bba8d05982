import { decodeJwt, SignJWT } from 'jose'
import { expect, test } from 'vitest'
import { acceptPreviousLink, readVerificationToken } from './verification-link.ts'

const secrets = { current: 'the-current-secret', previous: 'the-previous-secret' }
const claims = { email: 'ada@example.com', userId: '1' }

test('a token says whom it is for', async () => {
  expect(await readVerificationToken(await sign(secrets.current), secrets)).toEqual({
    state: 'valid',
    claims,
  })
})

test.each([
  ['of a stranger’s secret', () => sign('a-strangers-secret'), 'wrong'],
  ['that isn’t one', async () => 'abc', 'wrong'],
  ['without a person', () => sign(secrets.current, { email: claims.email }), 'wrong'],
  ['older than its life', () => sign(secrets.current, claims, '-1s'), 'expired'],
  [
    'of the previous secret, older than its life',
    () => sign(secrets.previous, claims, '-1s'),
    'wrong',
  ],
])('a token %s is not accepted', async (_case, make, state) => {
  expect(await readVerificationToken(await make(), secrets)).toEqual({ state })
})

test('a token of the previous secret is accepted, and lives no longer for it', async () => {
  const token = await sign(secrets.previous)
  const accepted = await acceptPreviousLink(token, secrets)
  expect((await readVerificationToken(token, secrets)).state).toBe('valid')
  expect(decodeJwt(accepted)).toEqual(decodeJwt(token))
})

test('without a previous secret nothing is accepted in its place', async () => {
  const token = await sign(secrets.previous)
  expect(await acceptPreviousLink(token, { current: secrets.current })).toBe(token)
  expect(await readVerificationToken(token, { current: secrets.current })).toEqual({
    state: 'wrong',
  })
})

function sign(secret: string, payload: Record<string, string> = claims, life = '1h') {
  return new SignJWT(payload)
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(life)
    .sign(new TextEncoder().encode(secret))
}
