import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, describe, expect, test } from 'vitest'
import { connectDatabase } from '../../src/db/connect.ts'
import { migrate } from '../../src/db/migrate.ts'
import { createUserDatabases, type UserDatabase } from '../../src/db/user-database.ts'
import type { Json } from '../support/ask.ts'
import { waitFor } from '../support/server-process.ts'
import { createTestDatabase, testServerUrl } from '../support/test-database.ts'

// One person can't block the database for others: while as much of their work runs as is allowed,
// another person is served. A lock holds the running work, so that it can't just finish in time.

const heldReads = 4711
const ask = (db: UserDatabase) => db.selectNoFrom(sql<number>`1`.as('one')).execute()
const askHeld = (db: UserDatabase) =>
  db.selectNoFrom(sql`pg_advisory_xact_lock_shared(${heldReads})`.as('held')).execute()
const askSlowly = (seconds: number) => (db: UserDatabase) =>
  db.selectNoFrom([sql`pg_sleep(${seconds})`.as('slept'), sql<number>`1`.as('one')]).execute()
const mutation = () => ({ id: randomUUID(), actor: 'session:test' })

describe.skipIf(!testServerUrl).each([
  ['shared connections', true],
  ['a connection for each, as behind a pooler', false],
])('on a Postgres server (needs TEST_DATABASE_URL), over %s', async (_name, isShared) => {
  if (!testServerUrl) return
  const stack = new AsyncDisposableStack()
  afterAll(() => stack.disposeAsync())
  const { databaseUrl, dataDir } = stack.use(await createTestDatabase())
  const { pool, owner } = stack.use(
    connectDatabase<Json>({
      databaseUrl,
      embedded: { dataDir, secret: '' },
      pool: {
        maxConnections: 12,
        connectTimeoutSeconds: 60,
        idleTimeoutSeconds: 10,
        isPipelined: isShared,
      },
    }),
  )
  await migrate(owner)
  const holding = stack.use(
    connectDatabase<Json>({
      databaseUrl,
      embedded: { dataDir, secret: '' },
      pool: { maxConnections: 1, connectTimeoutSeconds: 10, idleTimeoutSeconds: 10 },
    }),
  )
  const databases = createUserDatabases(pool, {
    statementTimeoutSeconds: 60,
    lockTimeoutSeconds: 60,
    ...(isShared && { sharedConnections: 4 }),
  })

  async function whileHeld(work: () => Promise<void>): Promise<void> {
    const lock = await holding.owner.startTransaction().execute()
    await sql`select pg_advisory_xact_lock(${heldReads})`.execute(lock)
    try {
      await work()
    } finally {
      await lock.rollback().execute()
    }
  }

  test('another person’s reads and mutations are answered while sixty slow reads of one run', async () => {
    let settled = 0
    const held: Promise<unknown>[] = []
    await whileHeld(async () => {
      for (let nth = 0; nth < 60; nth += 1)
        held.push(databases.asUser('ada', askHeld).finally(() => (settled += 1)))
      for (let round = 0; round < 20; round += 1) {
        await Promise.all([databases.asUser('bob', ask), databases.asUser('cid', ask)])
        await databases.mutateAsUser('bob', mutation(), ask)
      }
      expect(settled).toBe(0)
    })
    await Promise.all(held)
  })

  /** Has each person request something missing until the end, and checks that nothing was found. */
  async function whileSlow(
    { people, times }: { people: readonly string[]; times: number },
    work: () => Promise<unknown>,
  ): Promise<void> {
    let settled = 0
    const held: Promise<unknown>[] = []
    await whileHeld(async () => {
      for (let nth = 0; nth < times; nth += 1)
        for (const userId of people)
          held.push(databases.asUser(userId, askHeld).finally(() => (settled += 1)))
      await work()
      expect(settled).toBe(0)
    })
    await Promise.all(held)
  }

  test('one person’s work uses one process of the database, however much they ask', async () => {
    const most = isShared ? 1 : 3
    const count = sql<{ count: number }>`
      select count(*)::int as count from pg_stat_activity
      where datname = current_database() and wait_event = 'advisory'`
    const counts: number[] = []
    const held: Promise<unknown>[] = []
    await whileHeld(async () => {
      for (let nth = 0; nth < 40; nth += 1) held.push(databases.asUser('abe', askHeld))
      // At first as quick reads, and once those have been cancelled, as slow ones.
      for (const until = Date.now() + 2_000; Date.now() < until; await sleep(10))
        counts.push((await count.execute(owner)).rows[0]?.count ?? 0)
    })
    await Promise.all(held)
    expect(Math.max(...counts.slice(0, 10))).toBe(most)
    expect(counts.at(-1)).toBe(1)
    expect(Math.max(...counts)).toBeLessThanOrEqual(most + 1)
  })

  test('nor do two people hold all connections with slow reads', async () => {
    await whileSlow({ people: ['amy', 'ann'], times: 60 }, () => databases.asUser('bob', ask))
  })

  test('another person’s slow read is done beside sixty slow ones of one person', async () => {
    await whileSlow({ people: ['ava'], times: 60 }, async () => {
      await databases.asUser('fey', askSlowly(0.6))
      await databases.asUser('fey', askSlowly(0.6))
    })
  })

  test('slow reads of many people leave connections for mutations', async () => {
    const people = Array.from({ length: 12 }, (_, nth) => `slow ${nth}`)
    for (const userId of people) await databases.asUser(userId, askSlowly(0.3))
    await whileSlow({ people, times: 2 }, async () => {
      await databases.asUser('bob', ask)
      await databases.mutateAsUser('bob', mutation(), ask)
    })
  })

  test('people who were slow lately use the slow connections immediately', async () => {
    await databases.asUser('eve', askSlowly(0.4))
    await whileHeld(async () => {
      const held = [databases.asUser('eve', askHeld)]
      await waitFor('It on a connection of its own', async () => {
        const { rows } = await sql<Json>`
          select count(*)::int as waiting from pg_stat_activity
          where datname = current_database() and wait_event = 'advisory'`.execute(owner)
        return rows[0].waiting === 1 ? true : undefined
      })
      const second = databases.asUser('eve', ask)
      await databases.asUser('bob', ask)
      const first = await Promise.race([second, databases.asUser('bob', ask).then(() => 'bob')])
      expect(first).toBe('bob')
      held.push(second as never)
      void Promise.all(held).catch(() => {})
    })
  })

  test('slow reads are answered too', async () => {
    expect(await databases.asUser('fay', askSlowly(0.6))).toMatchObject([{ one: 1 }])
  })

  test('five hundred reads of one person don’t delay one of another', async () => {
    let answered = 0
    const many = Array.from({ length: 500 }, () =>
      databases.asUser('gus', askSlowly(0.002)).finally(() => (answered += 1)),
    )
    await databases.asUser('bob', ask)
    expect(answered).toBeLessThan(100)
    await Promise.all(many)
  })

  test('a caller who disconnects cancels what hasn’t begun', async () => {
    const gone = new AbortController()
    const asked: Promise<unknown>[] = []
    await whileHeld(async () => {
      for (let nth = 0; nth < 60; nth += 1)
        asked.push(databases.asUser('hal', askHeld, gone.signal).catch((error) => error))
      await databases.asUser('bob', ask)
      expect(databases.countWaiting()).toBeGreaterThan(0)
      gone.abort()
      await waitFor('An empty queue', async () =>
        databases.countWaiting() === 0 ? true : undefined,
      )
    })
    const errors = (await Promise.all(asked)).filter((error) => error instanceof Error)
    expect(errors.length).toBeGreaterThan(40)
  })

  test('one person’s mutations take one connection, however many wait, and happen in their order', async () => {
    const gate = Promise.withResolvers<void>()
    const order: number[] = []
    const change = (nth: number) =>
      databases.mutateAsUser('ida', mutation(), async (db) => {
        await ask(db)
        order.push(nth)
        if (nth === 0) await gate.promise
      })
    const changes = Array.from({ length: 50 }, (_, nth) => change(nth))
    await waitFor('The first one', async () => (order.length === 1 ? true : undefined))
    expect(pool.totalCount - pool.idleCount).toBe(1)
    await databases.mutateAsUser('bob', mutation(), ask)
    const refused = await Promise.allSettled(
      Array.from({ length: 200 }, (_, nth) => change(50 + nth)).slice(151),
    )
    for (const one of refused)
      expect(one).toMatchObject({ status: 'rejected', reason: { code: 'RATE_LIMITED' } })
    gate.resolve()
    await Promise.all(changes)
    expect(order.slice(0, 50)).toEqual(Array.from({ length: 50 }, (_, nth) => nth))
    await waitFor('The others', async () => (order.length === 201 ? true : undefined))
  })

  test('of two deadlocked mutations one is retried, and both succeed', async () => {
    const both = Promise.withResolvers<void>()
    let arrived = 0
    let runs = 0
    const change = (userId: string, first: number, second: number) =>
      databases.mutateAsUser(userId, mutation(), async (db) => {
        runs += 1
        const lock = (key: number) =>
          db.selectNoFrom(sql`pg_advisory_xact_lock(${key})`.as('locked')).execute()
        await lock(first)
        arrived += 1
        if (arrived === 2) both.resolve()
        await both.promise
        await lock(second)
        return userId
      })
    expect(await Promise.all([change('kim', 1, 2), change('lea', 2, 1)])).toEqual(['kim', 'lea'])
    expect(runs).toBe(3)
  })

  test.each(['40001', '40P01'])('after %s a whole mutation is retried', async (code) => {
    let runs = 0
    const result = await databases.mutateAsUser('mia', mutation(), async (db) => {
      runs += 1
      await ask(db)
      const fail = sql.raw(`do $$ begin raise exception 'met' using errcode = '${code}'; end $$`)
      if (runs < 3) await databasesRun(db, fail)
      return runs
    })
    expect(result).toBe(3)
  })

  test('a repeated failure is retried a few times and then reported', async () => {
    let runs = 0
    const fail = sql.raw(`do $$ begin raise exception 'met' using errcode = '40001'; end $$`)
    const failing = databases.mutateAsUser('mia', mutation(), async (db) => {
      runs += 1
      await databasesRun(db, fail)
    })
    await expect(failing).rejects.toMatchObject({ code: '40001' })
    expect(runs).toBe(4)
  })

  test.runIf(isShared)(
    'the database’s time is charged to the person it worked for, and not to those who waited on the same connection',
    async () => {
      const worked = new Map<string, number>()
      const { asUser } = createUserDatabases(pool, {
        statementTimeoutSeconds: 60,
        lockTimeoutSeconds: 60,
        sharedConnections: 1,
        onWorked: (userId, ms) => worked.set(userId, ms),
      })
      await asUser('bob', ask)
      await Promise.all([asUser('ned', askSlowly(0.2)), asUser('ola', ask)])
      expect(worked.get('ned')).toBeGreaterThan(50)
      expect(worked.get('ola')).toBeLessThan((worked.get('ned') ?? 0) / 2)
    },
  )
})

/** A statement that isn't built from tables. */
const databasesRun = (db: UserDatabase, raw: ReturnType<typeof sql.raw>) => raw.execute(db as never)
