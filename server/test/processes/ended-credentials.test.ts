import { expect, test, vi } from 'vitest'
import { embeddedAddress } from '../../src/db/embedded/address.ts'
import { createAccessToken } from '../support/access-token.ts'
import { findFreePort } from '../support/free-port.ts'
import { followLive } from '../support/live-changes.ts'
import { type Bearer, speakWith } from '../support/person.ts'
import { runMutation } from '../support/run-mutation.ts'
import { makeServerEnv, startServerProcess, waitFor } from '../support/server-process.ts'
import { testSecret } from '../support/test-app.ts'
import { createTestDatabase } from '../support/test-database.ts'

// Two servers start first, which takes a while on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const endedWithinMs = 10_000

test('a credential that is ended in one process is refused by another within ten seconds, live results too', async () => {
  await using database = await createTestDatabase()
  const { dataDir, databaseUrl } = database
  // The embedded database belongs to the first process; the second reaches it as any Postgres.
  const port = await findFreePort()
  const embedded = embeddedAddress({ dataDir, secret: testSecret, port }).url
  const shared = { API_URL: 'https://api.example.com' }
  await using first = await startServerProcess(
    await makeServerEnv({
      ...shared,
      DATA_DIR: dataDir,
      ...(databaseUrl ? { DATABASE_URL: databaseUrl } : { EMBEDDED_PORT: String(port) }),
    }),
  )
  await using second = await startServerProcess(
    await makeServerEnv({ ...shared, DATABASE_URL: databaseUrl ?? embedded }),
  )
  const ada = await first.createPerson('ada')
  const { bearer, accessToken } = await createAccessToken(ada)
  const atSecond = (one: Bearer) => speakWith({ ...one, url: second.url })
  const ended = [atSecond(ada), atSecond(bearer)]
  for (const one of ended) expect((await one.gql('{ syncCursor }')).status).toBe(200)
  using session = await followLive(second.url, ada)
  using token = await followLive(second.url, bearer)
  for (const live of [session, token]) expect((await live.next())?.event).toBe('next')

  await runMutation(ada, 'revokeAccessToken', { id: accessToken.id }, 'mutationId')
  await runMutation(ada, 'endSession', { id: ada.sessionId }, 'mutationId')
  const endedAt = performance.now()
  for (const one of ended) {
    const ask = async () => (await one.gql('{ syncCursor }')).status === 401 || undefined
    await waitFor('A refusal', ask, endedWithinMs)
  }
  for (const live of [session, token]) {
    const event = await live.next()
    expect(event?.data.errors[0].extensions.code).toBe('UNAUTHENTICATED')
    expect(await live.next()).toMatchObject({ event: 'complete' })
  }
  expect(performance.now() - endedAt).toBeLessThan(endedWithinMs)
})
