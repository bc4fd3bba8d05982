import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { mintApiToken } from '../../src/auth/api-token.ts'
import { ask } from '../support/ask.ts'
import type { Person } from '../support/person.ts'
import { startTestApp } from '../support/test-app.ts'

const previousSecret = 'nT4yH8mK2pR6sV0wZ3cF7gJ1lQ5uX9aB-before'
const app = await startTestApp({ env: { BETTER_AUTH_SECRET_PREVIOUS: previousSecret } })
afterAll(() => app[Symbol.asyncDispose]())

const endedWithinMs = 10_000

function askWith(token: string) {
  return ask(app.url, { query: '{ me { id } }' }, { authorization: `Bearer ${token}` })
}

async function endSession({ sessionId }: Person) {
  await app.owner.deleteFrom('auth_session').where('id', '=', sessionId).execute()
}

test('a token is refused when its session was ended before it is first used', async () => {
  const { ada } = await app.createPeople('ada')
  await endSession(ada)
  const answer = await ada.gql('{ me { id } }')
  expect(answer.status).toBe(401)
  expect(answer.headers.get('www-authenticate')).toContain('error="invalid_token"')
})

test('a token in use is refused within ten seconds of the end of its session', async () => {
  const { ada, bob } = await app.createPeople('ada', 'bob')
  expect((await ada.gql('{ me { id } }')).status).toBe(200)
  expect((await bob.gql('{ me { id } }')).status).toBe(200)
  await endSession(ada)
  const deadline = Date.now() + endedWithinMs
  while ((await ada.gql('{ me { id } }')).status === 200 && Date.now() < deadline) await sleep(100)
  expect(Date.now()).toBeLessThan(deadline)
  expect((await ada.gql('{ me { id } }')).status).toBe(401)
  expect((await bob.gql('{ me { id } }')).status).toBe(200)
})

test('a token is refused when its session has expired', async () => {
  const { ada } = await app.createPeople('ada')
  await app.owner
    .updateTable('auth_session')
    .set({ expires_at: new Date(Date.now() - 1000) })
    .where('id', '=', ada.sessionId)
    .execute()
  expect((await ada.gql('{ me { id } }')).status).toBe(401)
})

test('a token is refused when its session belongs to somebody else', async () => {
  const { ada, bob } = await app.createPeople('ada', 'bob')
  const claims = { userId: ada.userId, sessionId: bob.sessionId }
  expect((await askWith(await mintApiToken(claims, app.token))).status).toBe(401)
})

test('a token is refused when its person was deleted', async () => {
  const { ada } = await app.createPeople('ada')
  await app.owner.deleteFrom('auth_user').where('id', '=', ada.userId).execute()
  expect((await ada.gql('{ me { id } }')).status).toBe(401)
})

test('while the secret is rotated, tokens of the previous one are accepted', async () => {
  const { ada } = await app.createPeople('ada')
  const { userId, sessionId } = ada
  const mint = (current: string) =>
    mintApiToken({ userId, sessionId }, { ...app.token, secrets: { current } })
  expect((await askWith(await mint(previousSecret))).data).toEqual({ me: { id: userId } })
  expect((await askWith(await mint(`${previousSecret}-older`))).status).toBe(401)
})
