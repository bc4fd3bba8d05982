import { Client, fetchExchange, gql } from '@urql/core'
import { UnsecuredJWT } from 'jose'
import { expect, test } from 'vitest'
import { createAuthExchange } from './auth.exchange.ts'
import { createTokenSource } from './token-source.ts'

const query = gql`query Me { me { id } }`
const subscription = gql`subscription Changes { changes { cursor } }`

test('an operation carries the token', async () => {
  const { client, seen } = startClient({ api: () => answerMe() })
  const result = await client.query(query, {}).toPromise()
  expect(result.data).toMatchObject({ me: { id: '1' } })
  expect(seen.authorizations).toEqual(['Bearer token-1'])
})

test('operations at the same time wait for one token', async () => {
  const { client, seen } = startClient({ api: () => answerMe() })
  await Promise.all([1, 2, 3].map((n) => client.query(query, { n }).toPromise()))
  expect(seen.renewals).toBe(1)
})

test('a token that the API refuses after a while is renewed once and the operation repeated', async () => {
  let refused = ''
  const { client, seen } = startClient({
    api: (token) => (token === refused ? answerRefused() : answerMe()),
  })
  await client.query(query, {}).toPromise()
  refused = 'Bearer token-1'
  const result = await client.query(query, {}).toPromise()
  expect(result.error).toBeUndefined()
  expect(seen.authorizations).toEqual(['Bearer token-1', 'Bearer token-1', 'Bearer token-2'])
})

test('a fresh token that is refused too is an error, not a reason to sign in', async () => {
  const { client, seen } = startClient({ api: () => answerRefused() })
  const result = await client.query(query, {}).toPromise()
  expect(result.error?.response?.status).toBe(401)
  expect(seen).toMatchObject({ renewals: 1, ends: 0 })
})

test('the end of the session leads to the sign-in page', async () => {
  let ended = false
  const { client, seen } = startClient({
    api: () => (ended ? answerRefused() : answerMe()),
    signedOutAfter: 1,
  })
  await client.query(query, {}).toPromise()
  ended = true
  const result = await client.query(query, {}).toPromise()
  expect(result.error).toBeDefined()
  expect(seen.ends).toBe(1)
})

test('a token that is unavailable at first is asked for again', async () => {
  const { client, seen } = startClient({ api: () => answerMe(), brokenFor: 1 })
  const first = await client.query(query, {}).toPromise()
  expect(first.error?.networkError).toBeDefined()
  const second = await client.query(query, {}).toPromise()
  expect(second.error).toBeUndefined()
  expect(seen.ends).toBe(0)
})

test('a live result whose token has ended is opened again with a new one', async () => {
  const answers = [answerMe, answerEnded, answerLive]
  const { client, seen } = startClient({ api: () => (answers.shift() ?? answerRefused)() })
  await client.query(query, {}).toPromise()
  const { data, error } = await client.subscription(subscription, {}).toPromise()
  expect(error).toBeUndefined()
  expect(data).toMatchObject({ changes: { cursor: 'newer' } })
  expect(seen.authorizations).toEqual(['Bearer token-1', 'Bearer token-1', 'Bearer token-2'])
  expect(seen.ends).toBe(0)
})

function startClient(settings: {
  api: (authorization: string | null) => Response
  signedOutAfter?: number
  brokenFor?: number
}) {
  const seen = { authorizations: [] as (string | null)[], renewals: 0, ends: 0 }
  const tokens = createTokenSource({
    fetch: async () => {
      seen.renewals += 1
      if (seen.renewals <= (settings.brokenFor ?? 0)) return new Response('', { status: 503 })
      if (seen.renewals > (settings.signedOutAfter ?? Number.POSITIVE_INFINITY)) {
        return new Response('', { status: 401 })
      }
      return Response.json({ token: makeToken(seen.renewals) })
    },
    now: () => 0,
  })
  // The real token is a JWT; here its number distinguishes one from the next.
  const numbered = { ...tokens, peek: () => tokens.peek() && `token-${seen.renewals}` }
  const client = new Client({
    url: 'http://api.invalid/graphql',
    preferGetMethod: false,
    fetchSubscriptions: true,
    fetch: async (_url, init) => {
      const authorization = new Headers(init?.headers).get('authorization')
      seen.authorizations.push(authorization)
      return settings.api(authorization)
    },
    exchanges: [
      createAuthExchange({
        tokens: numbered,
        onSessionEnd: () => {
          seen.ends += 1
        },
      }),
      fetchExchange,
    ],
  })
  return { client, seen }
}

function makeToken(number: number): string {
  return new UnsecuredJWT({ jti: String(number) })
    .setIssuedAt(1_000)
    .setExpirationTime(2_000)
    .encode()
}

function answerMe(): Response {
  return Response.json({ data: { me: { __typename: 'User', id: '1' } } })
}

function answerRefused(): Response {
  return Response.json(
    { errors: [{ message: 'No', extensions: { code: 'UNAUTHENTICATED' } }] },
    { status: 401 },
  )
}

/** As the API ends a live result when its session has ended, or the token has run out. */
function answerEnded(): Response {
  const message = 'The token has expired'
  return answerEvents({ errors: [{ message, extensions: { code: 'UNAUTHENTICATED' } }] })
}

function answerLive(): Response {
  return answerEvents({ data: { changes: { __typename: 'ChangePage', cursor: 'newer' } } })
}

function answerEvents(event: object): Response {
  const text = `event: next\ndata: ${JSON.stringify(event)}\n\nevent: complete\ndata:\n\n`
  return new Response(text, { headers: { 'content-type': 'text/event-stream' } })
}
