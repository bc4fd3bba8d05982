import { afterAll, beforeAll, expect, test } from 'vitest'
import { mintApiToken } from '../../src/auth/api-token.ts'
import { createAccessToken } from '../support/access-token.ts'
import { codesOf, type Json } from '../support/ask.ts'
import { type Bearer, insertSession, type Person, speakWith } from '../support/person.ts'
import { refusalOf, runMutation, tryMutation } from '../support/run-mutation.ts'
import { waitFor } from '../support/server-process.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

const hourMs = 3_600_000
const endedWithinMs = 10_000
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app?.[Symbol.asyncDispose]())

interface Device extends Bearer {
  sessionId: string
}

/** The person signs in once more, as Better Auth leaves it in the tables. */
async function signInAgain(person: Person, columns: Record<string, unknown> = {}): Promise<Device> {
  const sessionId = await insertSession(app.owner, person.userId, columns)
  const token = await mintApiToken({ userId: person.userId, sessionId }, app.token)
  return { sessionId, ...speakWith({ name: 'device', url: app.url, token }) }
}

const fields = 'id device ipAddress isCurrent createdAt lastActiveAt endsAt'
const listSessions = async (bearer: Bearer): Promise<Json[]> =>
  (await bearer.data(`{ sessions { nodes { ${fields} } } }`)).sessions.nodes

function waitUntilRefused(bearer: Bearer) {
  const ask = async () => (await bearer.gql('{ syncCursor }')).status === 401 || undefined
  return waitFor('A refusal', ask, endedWithinMs)
}

test('a person sees where they are signed in: device, address, since when, and which session is the current one', async () => {
  const { ada, bob } = await app.createPeople('ada', 'bob')
  const phone = await signInAgain(ada, {
    user_agent: firefox,
    ip_address: '203.0.113.7',
    last_used_at: new Date(Date.now() + hourMs),
  })
  expect(await listSessions(ada)).toEqual([
    {
      id: phone.sessionId,
      device: 'Firefox on Linux',
      ipAddress: '203.0.113.7',
      isCurrent: false,
      createdAt: expect.any(String),
      lastActiveAt: expect.any(String),
      endsAt: expect.any(String),
    },
    expect.objectContaining({ id: ada.sessionId, device: null, ipAddress: null, isCurrent: true }),
  ])
  const seenByPhone = await listSessions(phone)
  expect(seenByPhone.map(({ isCurrent }) => isCurrent)).toEqual([true, false])
  expect((await listSessions(bob)).map(({ id }) => id)).toEqual([bob.sessionId])
})

test.each(['', '::', '0000:0000:0000:0000:0000:0000:0000:0000', '0.0.0.0'])(
  'the address “%s” is invalid',
  async (address) => {
    const ada = await app.createPerson('ada')
    const phone = await signInAgain(ada, { ip_address: address })
    const sessions = await listSessions(ada)
    expect(sessions.find(({ id }) => id === phone.sessionId).ipAddress).toBeNull()
  },
)

test('an expired session isn’t listed', async () => {
  const ada = await app.createPerson('ada')
  await signInAgain(ada, { expires_at: new Date(Date.now() - 1000) })
  expect((await listSessions(ada)).map(({ id }) => id)).toEqual([ada.sessionId])
  const { sessions } = await ada.data('{ sessions { totalCount } }')
  expect(sessions.totalCount).toBe(1)
})

test('the secret of a session can’t be queried', async () => {
  const ada = await app.createPerson('ada')
  const answer = await ada.gql('{ sessions { nodes { token } } }')
  expect(codesOf(answer)).toEqual(['BAD_USER_INPUT'])
})

test('an ended session’s token is refused within ten seconds, and the others’ are not', async () => {
  const ada = await app.createPerson('ada')
  const [phone, laptop] = [await signInAgain(ada), await signInAgain(ada)]
  for (const one of [ada, phone, laptop]) expect((await one.gql('{ me { id } }')).status).toBe(200)
  const input = { id: phone.sessionId }
  const { session } = await runMutation(ada, 'endSession', input, 'session { id }')
  expect(session.id).toBe(phone.sessionId)
  expect((await listSessions(ada)).map(({ id }) => id)).not.toContain(phone.sessionId)
  await waitUntilRefused(phone)
  for (const one of [ada, laptop]) expect((await one.gql('{ me { id } }')).status).toBe(200)
  expect(refusalOf(await tryMutation(ada, 'endSession', input))?.code).toBe('NOT_FOUND')
})

test('ending all others keeps the current session, and access tokens', async () => {
  const { ada, bob } = await app.createPeople('ada', 'bob')
  const others = [await signInAgain(ada), await signInAgain(ada)]
  const over = await signInAgain(ada, { expires_at: new Date(Date.now() - 1000) })
  const { bearer } = await createAccessToken(ada)
  const { endedSessionIds } = await runMutation(ada, 'endOtherSessions', {}, 'endedSessionIds')
  expect(endedSessionIds.sort()).toEqual(others.map(({ sessionId }) => sessionId).sort())
  expect(endedSessionIds).not.toContain(over.sessionId)
  for (const other of others) await waitUntilRefused(other)
  for (const one of [ada, bob, bearer]) expect((await one.gql('{ syncCursor }')).status).toBe(200)
  expect((await listSessions(ada)).map(({ id }) => id)).toEqual([ada.sessionId])
})

test('a person can end their current session', async () => {
  const ada = await app.createPerson('ada')
  await runMutation(ada, 'endSession', { id: ada.sessionId }, 'mutationId')
  await waitUntilRefused(ada)
})

test.each(['', 'nothing', '\u0000', '00000000-0000-4000-8000-000000000000'])(
  'there is no session “%s” to end',
  async (id) => {
    const ada = await app.createPerson('ada')
    expect(refusalOf(await tryMutation(ada, 'endSession', { id }))?.code).toBe('NOT_FOUND')
  },
)

test('another person’s session can’t be ended', async () => {
  const { ada, bob } = await app.createPeople('ada', 'bob')
  const answer = await tryMutation(bob, 'endSession', { id: ada.sessionId })
  expect(refusalOf(answer)?.code).toBe('NOT_FOUND')
  expect((await listSessions(ada)).map(({ id }) => id)).toEqual([ada.sessionId])
})

test('the last use is recorded when the session is used', async () => {
  const ada = await app.createPerson('ada')
  const longAgo = new Date(Date.now() - hourMs)
  const phone = await signInAgain(ada, { last_used_at: longAgo })
  const readLastUse = async () =>
    (await listSessions(ada)).find(({ id }) => id === phone.sessionId).lastActiveAt
  expect(await readLastUse()).toBe(longAgo.toISOString())
  await phone.data('{ me { id } }')
  const lastUse = await waitFor('A newer use', async () => {
    const at = await readLastUse()
    return at === longAgo.toISOString() ? undefined : at
  })
  expect(Math.abs(Date.parse(lastUse) - Date.now())).toBeLessThan(60_000)
})
