import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { mintApiToken } from '../../src/auth/api-token.ts'
import { embeddedAddress } from '../../src/db/embedded/address.ts'
import { startEmbeddedDatabase } from '../../src/db/embedded/engine.ts'
import { ask, codesOf, send } from '../support/ask.ts'
import { startForwarder } from '../support/forwarder.ts'
import { findFreePort } from '../support/free-port.ts'
import { makeServerEnv, startServerProcess, waitFor } from '../support/server-process.ts'
import { testSecret } from '../support/test-app.ts'
import { createTestDatabase } from '../support/test-database.ts'

// A database that starts late, stops and starts again; a forwarder simulates that.

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
const database = stack.use(await createTestDatabase())
const embedded = { dataDir: database.dataDir, secret: testSecret }
if (!database.databaseUrl) stack.use(await startEmbeddedDatabase(embedded))
const real = new URL(database.databaseUrl ?? embeddedAddress(embedded).url)
const target = { host: real.hostname, port: Number(real.port || 5432) }

const statusOf = async (url: string) => (await send(url, {})).status

test('the API runs without its database, says so, and recovers automatically, repeatedly', async () => {
  const port = await findFreePort()
  const through = new URL(real)
  through.host = `127.0.0.1:${port}`
  const env = await makeServerEnv({ DATABASE_URL: through.href, DATABASE_CONNECT_TIMEOUT: '2s' })
  await using server = await startServerProcess(env)

  const readWith = (token: string) =>
    ask(server.url, { query: '{ tasks { totalCount } }' }, { authorization: `Bearer ${token}` })
  const expectOutOfReach = async (token: string) => {
    const answer = await readWith(token)
    expect([answer.status, codesOf(answer)]).toEqual([503, ['SERVICE_UNAVAILABLE']])
    expect(answer.headers.get('retry-after')).toMatch(/^[1-9]\d*$/)
    expect(await statusOf(`${server.url}/livez`)).toBe(200)
    expect(await statusOf(`${server.url}/readyz`)).toBe(503)
  }

  // At first there is no database.
  const tokenSettings = {
    secrets: { current: testSecret },
    issuer: 'http://localhost:3000',
    audience: `http://localhost:${env.API_PORT}`,
    ttlSeconds: 604_800,
  }
  await expectOutOfReach(await mintApiToken({ userId: 'x', sessionId: 'y' }, tokenSettings))

  const isReady = async () => ((await statusOf(`${server.url}/readyz`)) === 200 ? true : undefined)
  let forwarder = await startForwarder({ target, port })
  await waitFor('The API', isReady)
  const ada = await server.createPerson('ada')
  expect(await ada.data('{ tasks { totalCount } }')).toEqual({ tasks: { totalCount: 0 } })

  // Then it stops while requests run, and starts again.
  const running = Array.from({ length: 20 }, () => ada.gql('{ tasks { totalCount } }'))
  await sleep(5)
  await forwarder[Symbol.asyncDispose]()
  for (const answer of await Promise.all(running)) expect([200, 503]).toContain(answer.status)
  await expectOutOfReach(ada.token)
  forwarder = await startForwarder({ target, port })
  stack.use(forwarder)
  await waitFor('The API', isReady)
  expect(await ada.data('{ tasks { totalCount } }')).toEqual({ tasks: { totalCount: 0 } })

  // Idle connections that are cut must not cause failures.
  forwarder.cut()
  await sleep(50)
  expect(await ada.data('{ tasks { totalCount } }')).toEqual({ tasks: { totalCount: 0 } })
})
