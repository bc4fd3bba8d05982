import { UnsecuredJWT } from 'jose'
import { expect, test } from 'vitest'
import { createTokenSource, SessionEndedError, TokenUnavailableError } from './token-source.ts'

test('requests at the same time share one renewal', async () => {
  const { source, count } = startSource(() => answerToken(600))
  const tokens = await Promise.all([source.renew(), source.renew(), source.renew()])
  expect(new Set(tokens).size).toBe(1)
  expect(count()).toBe(1)
})

test('the first token is the one that the page has asked for, and later ones are new', async () => {
  let count = 0
  const fetch = async () => {
    count += 1
    return answerToken(600)
  }
  const early = Promise.resolve(answerToken(900))
  const source = createTokenSource({ fetch, early, now: () => 0 })
  await source.renew()
  expect([source.isDue(), count]).toEqual([false, 0])
  await source.renew()
  expect(count).toBe(1)
})

test('an early request that failed counts as an unavailable token, and is repeated', async () => {
  const early = Promise.reject(new TypeError('Failed to fetch'))
  const source = createTokenSource({ fetch: async () => answerToken(600), early, now: () => 0 })
  await expect(source.renew()).rejects.toBeInstanceOf(TokenUnavailableError)
  await expect(source.renew()).resolves.toBeDefined()
})

test('a renewal after the first one asks again', async () => {
  const { source, count } = startSource(() => answerToken(600))
  await source.renew()
  await source.renew()
  expect(count()).toBe(2)
})

test.each([
  [3_600, 3_539, 3_541],
  [10, 8.9, 9.1],
])('a token of %d s is fresh after %d s and due after %d s', async (life, fresh, due) => {
  const { source, passSeconds } = startSource(() => answerToken(life))
  expect(source.isDue()).toBe(true)
  await source.renew()
  passSeconds(fresh)
  expect(source.isDue()).toBe(false)
  passSeconds(due - fresh)
  expect(source.isDue()).toBe(true)
})

test('a token is forgotten when the session has ended', async () => {
  let status = 200
  const { source } = startSource(() => (status === 200 ? answerToken(600) : answer(status)))
  await source.renew()
  status = 401
  await expect(source.renew()).rejects.toBeInstanceOf(SessionEndedError)
  expect(source.peek()).toBeUndefined()
})

test.each([
  ['an error', () => answer(503)],
  ['something else than JSON', () => new Response('<html>')],
  ['no token', () => Response.json({})],
  ['a token without an end', () => Response.json({ token: new UnsecuredJWT({}).encode() })],
])('an answer with %s says nothing about the session', async (_case, respond) => {
  const { source } = startSource(respond)
  await expect(source.renew()).rejects.toBeInstanceOf(TokenUnavailableError)
})

test('a failed renewal does not block the next', async () => {
  let broken = true
  const { source } = startSource(() => {
    if (broken) throw new TypeError('Failed to fetch')
    return answerToken(600)
  })
  await expect(source.renew()).rejects.toBeInstanceOf(TokenUnavailableError)
  broken = false
  await expect(source.renew()).resolves.toBeTypeOf('string')
})

function startSource(respond: () => Response) {
  let milliseconds = 0
  let requests = 0
  const source = createTokenSource({
    fetch: async () => {
      requests += 1
      return respond()
    },
    now: () => milliseconds,
  })
  return {
    source,
    count: () => requests,
    passSeconds: (seconds: number) => {
      milliseconds += seconds * 1_000
    },
  }
}

function answer(status: number): Response {
  return Response.json({}, { status })
}

function answerToken(lifeSeconds: number): Response {
  // Issued by a clock that goes wrong by years: only the token's length of life may count.
  const issuedAt = 1_000
  const token = new UnsecuredJWT({}).setIssuedAt(issuedAt).setExpirationTime(issuedAt + lifeSeconds)
  return Response.json({ token: token.encode() })
}
