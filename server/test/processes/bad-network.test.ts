import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { connectDatabase } from '../../src/db/connect.ts'
import { isDatabaseUnavailable } from '../../src/db/database-errors.ts'
import { migrate } from '../../src/db/migrate.ts'
import { createUserDatabases } from '../../src/db/user-database.ts'
import { codesOf } from '../support/ask.ts'
import { type ForwardingAction, startForwarder } from '../support/forwarder.ts'
import { waitFor } from '../support/server-process.ts'
import { connectAsOwner, startTestApp, testConfig, testSecret } from '../support/test-app.ts'
import { createTestDatabase, testServerUrl } from '../support/test-database.ts'
import { expectNothingLost, startWorkload } from '../support/workload.ts'

// A forwarder between the API and its database behaves like a bad network.

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
const database = stack.use(await createTestDatabase())
const { dataDir, databaseUrl = 'postgres://nowhere' } = database
const embedded = { dataDir, secret: testSecret }
const real = new URL(databaseUrl)
const target = { host: real.hostname, port: Number(real.port || 5432) }
const { owner } = stack.use(connectAsOwner(testConfig({ ...database, databaseUrl })))

/** An API behind a forwarder, and somebody who uses it. */
async function startBehind(
  options: { onSent?: (data: Buffer) => ForwardingAction | undefined; delayMs?: number },
  env: Record<string, string> = {},
) {
  const parts = new AsyncDisposableStack()
  const forwarder = parts.use(await startForwarder({ target, ...options }))
  const through = new URL(real)
  through.host = `127.0.0.1:${forwarder.port}`
  const app = parts.use(
    await startTestApp({
      // Notifications have a separate connection, which isn't tested here.
      env: { DATABASE_DIRECT_URL: databaseUrl, DATABASE_CONNECT_TIMEOUT: '2s', ...env },
      database: { ...database, databaseUrl: through.href },
    }),
  )
  const ada = await app.createPerson('ada')
  return { app, ada, forwarder, [Symbol.asyncDispose]: () => parts.disposeAsync() }
}

const create =
  'mutation ($input: CreateTaskInput!) { createTask(input: $input) { task { title } } }'
const isCommit = (data: Buffer) => data.includes('commit\0')

describe.skipIf(!testServerUrl)(
  'a bad network (needs TEST_DATABASE_URL: to the embedded database there is none)',
  () => {
    test.each([
      ['cut', 0],
      ['deliver and cut', 1],
    ] as const)(
      'a connection that breaks during COMMIT (%s) is no success, and a retry creates no duplicate',
      async (action, stored) => {
        let isArmed = false
        const onSent = (data: Buffer) => {
          if (!isArmed || !isCommit(data)) return undefined
          isArmed = false
          return action
        }
        await using behind = await startBehind({ onSent })
        const { ada } = behind
        const input = { title: 'Only once', idempotencyKey: 'the-same' }
        const count = async () =>
          (await owner.selectFrom('task').select('id').where('user_id', '=', ada.userId).execute())
            .length
        isArmed = true
        const answer = await ada.gql(create, { input })
        expect([answer.status, codesOf(answer)]).toEqual([503, ['SERVICE_UNAVAILABLE']])
        expect(answer.headers.get('retry-after')).toMatch(/^[1-9]\d*$/)
        await waitFor('What the database made of it', async () =>
          (await count()) === stored ? true : undefined,
        )
        const { createTask } = await ada.data(create, { input })
        expect(createTask.task.title).toBe(input.title)
        expect(await count()).toBe(1)
      },
    )

    test('a connection that breaks between two statements of a mutation is unavailability, no internal error', async () => {
      await using forwarder = await startForwarder({ target })
      const through = new URL(real)
      through.host = `127.0.0.1:${forwarder.port}`
      const pool = { maxConnections: 1, connectTimeoutSeconds: 5, idleTimeoutSeconds: 5 }
      await migrate(owner)
      await using connections = connectDatabase({ databaseUrl: through.href, embedded, pool })
      const databases = createUserDatabases(connections.pool, {
        statementTimeoutSeconds: 5,
        lockTimeoutSeconds: 5,
      })
      const mutation = { id: randomUUID(), actor: 'system' }
      const broken = databases.mutateAsUser('somebody', mutation, async (db) => {
        const ask = () => db.selectNoFrom(sql<number>`1`.as('one')).execute()
        await ask()
        forwarder.cut()
        await sleep(200)
        await ask()
      })
      const error = await broken.catch((reason: unknown) => reason)
      expect(isDatabaseUnavailable(error), String(error)).toBe(true)
    })

    test('connections cut repeatedly under load lose nothing and duplicate nothing', async () => {
      let sent = 0
      const onSent = (data: Buffer) => {
        if (!isCommit(data)) return undefined
        sent += 1
        if (sent % 7 === 0) return 'cut'
        return sent % 11 === 0 ? 'deliver and cut' : undefined
      }
      await using behind = await startBehind({ onSent })
      const workload = startWorkload([behind.app.url], behind.ada)
      await waitFor(
        'Confirmed tasks',
        async () => (workload.confirmed.size >= 150 ? true : undefined),
        60_000,
      )
      await workload.stop()
      expect(workload.statuses.get(503)).toBeGreaterThan(10)
      await expectNothingLost(workload, behind.ada)
    })

    test('a network that swallows everything: 503 after a while, and recovery without a restart', async () => {
      await using behind = await startBehind({}, { DATABASE_STATEMENT_TIMEOUT: '1s' })
      const { ada, forwarder, app } = behind
      const workload = startWorkload([app.url], ada)
      await waitFor('Confirmed tasks', async () =>
        workload.confirmed.size >= 20 ? true : undefined,
      )
      forwarder.swallow(true)
      await waitFor('Clean refusals', async () =>
        (workload.statuses.get(503) ?? 0) >= 6 ? true : undefined,
      )
      expect((await fetch(`${app.url}/livez`)).status).toBe(200)
      expect((await fetch(`${app.url}/readyz`)).status).toBe(503)
      forwarder.swallow(false)
      const before = workload.confirmed.size
      await waitFor(
        'Recovery',
        async () => (workload.confirmed.size > before + 20 ? true : undefined),
        60_000,
      )
      await workload.stop()
      await expectNothingLost(workload, ada)
    }, 120_000)

    test('a slow network makes everything slow and nothing wrong', async () => {
      await using behind = await startBehind(
        { delayMs: 150 },
        // One person's mutations wait for each other.
        { DATABASE_LOCK_TIMEOUT: '60s', DATABASE_STATEMENT_TIMEOUT: '60s' },
      )
      const workload = startWorkload([behind.app.url], behind.ada)
      await waitFor(
        'Confirmed tasks',
        async () => (workload.confirmed.size >= 20 ? true : undefined),
        60_000,
      )
      await workload.stop()
      expect([...workload.statuses.keys()]).toEqual([200])
      await expectNothingLost(workload, behind.ada)
    }, 90_000)

    test('when all connections are busy the others are asked to retry, and are served once one is free', async () => {
      await using behind = await startBehind(
        {},
        {
          DATABASE_POOL_SIZE: '1',
          DATABASE_CONNECT_TIMEOUT: '1s',
          DATABASE_LOCK_TIMEOUT: '60s',
          DATABASE_STATEMENT_TIMEOUT: '60s',
        },
      )
      const { ada, app } = behind
      const lock = await owner.startTransaction().execute()
      await sql`lock table task in access exclusive mode`.execute(lock)
      const read = () => ada.gql('{ tasks { nodes { id } } }')
      const holding = read()
      await waitFor('A read that waits for the lock', async () => {
        const { rows } = await sql<{ waiting: boolean }>`
          select exists (select from pg_stat_activity where wait_event_type = 'Lock'
            and datname = current_database()) as waiting`.execute(owner)
        return rows[0]?.waiting ? true : undefined
      })
      const refused = await Promise.all(Array.from({ length: 10 }, read))
      for (const answer of refused) {
        expect([answer.status, codesOf(answer)]).toEqual([503, ['SERVICE_UNAVAILABLE']])
        expect(answer.headers.get('retry-after')).toMatch(/^[1-9]\d*$/)
      }
      expect((await fetch(`${app.url}/livez`)).status).toBe(200)
      await lock.rollback().execute()
      expect((await holding).status).toBe(200)
      expect((await read()).status).toBe(200)
    })

    test('a lock or a statement that takes too long is unavailability, no internal error', async () => {
      await using behind = await startBehind(
        {},
        { DATABASE_LOCK_TIMEOUT: '1s', DATABASE_STATEMENT_TIMEOUT: '2s' },
      )
      const { ada } = behind
      const lock = await owner.startTransaction().execute()
      await sql`lock table task in access exclusive mode`.execute(lock)
      const answer = await ada.gql(create, { input: { title: 'Waits' } })
      await lock.rollback().execute()
      expect([answer.status, codesOf(answer)]).toEqual([503, ['SERVICE_UNAVAILABLE']])
      expect(await ada.data('{ tasks { totalCount } }')).toEqual({ tasks: { totalCount: 0 } })
    })
  },
)
