import { afterAll, beforeAll, expect, test } from 'vitest'
import { mintApiToken } from '../../src/auth/api-token.ts'
import { createAccessToken } from '../support/access-token.ts'
import { followLive, type LiveResult } from '../support/live-changes.ts'
import { type Bearer, speakWith } from '../support/person.ts'
import { runMutation } from '../support/run-mutation.ts'
import { startTestApp, type TestApp } from '../support/test-app.ts'

// A live result lasts as long as the credential it was opened with, and not ten seconds longer.

const endedWithinMs = 10_000

let app: TestApp

beforeAll(async () => {
  app = await startTestApp()
})
afterAll(() => app?.[Symbol.asyncDispose]())

async function follow(bearer: Bearer): Promise<LiveResult> {
  const live = await followLive(bearer.url, bearer)
  const first = await live.next()
  expect(first?.data.errors).toBeUndefined()
  return live
}

async function expectEnd(live: LiveResult): Promise<void> {
  const startedAt = performance.now()
  const event = await live.next()
  expect(event?.data.errors[0].extensions.code).toBe('UNAUTHENTICATED')
  expect(await live.next()).toMatchObject({ event: 'complete' })
  expect(await live.next()).toBeUndefined()
  expect(performance.now() - startedAt).toBeLessThan(endedWithinMs)
}

test('a session that is ended elsewhere', async () => {
  const eve = await app.createPerson('eve')
  using live = await follow(eve)
  await runMutation(eve, 'endSession', { id: eve.sessionId }, 'mutationId')
  await expectEnd(live)
})

test('an access token that is revoked, and no other', async () => {
  const eve = await app.createPerson('eve')
  const [one, other] = [await createAccessToken(eve), await createAccessToken(eve)]
  using live = await follow(one.bearer)
  using unharmed = await follow(other.bearer)
  await runMutation(eve, 'revokeAccessToken', { id: one.accessToken.id }, 'mutationId')
  await expectEnd(live)
  await runMutation(other.bearer, 'createTag', { name: 'still heard' }, 'mutationId')
  const event = await unharmed.next()
  expect(event?.data.data.changes.changes).toMatchObject([{ node: { name: 'still heard' } }])
})

test('an access token that expires', async () => {
  const eve = await app.createPerson('eve')
  const expiresAt = new Date(Date.now() + 3_000).toISOString()
  const { bearer } = await createAccessToken(eve, { expiresAt })
  using live = await follow(bearer)
  await expectEnd(live)
})

test('the API token of a session that continues', async () => {
  await using brief = await startTestApp({ env: { API_TOKEN_TTL: '60s' } })
  const eve = await brief.createPerson('eve')
  const { userId, sessionId, name } = eve
  // It was begun so long ago that it ends in a few seconds, after those that clocks may differ.
  const begun = new Date(Date.now() - 67_000)
  const token = await mintApiToken({ userId, sessionId }, brief.token, begun)
  using live = await follow(speakWith({ name, url: brief.url, token }))
  await expectEnd(live)
  expect((await eve.gql('{ me { id } }')).status).toBe(200)
})
