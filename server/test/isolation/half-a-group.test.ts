import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { startEmbeddedDatabase } from '../../src/db/embedded/engine.ts'
import { migrate } from '../../src/db/migrate.ts'
import { createUserDatabases, type UserDatabase } from '../../src/db/user-database.ts'
import { connectAsOwner, testConfig } from '../support/test-app.ts'
import { createTestDatabase, testServerUrl } from '../support/test-database.ts'

// A hundred people read over a few connections, and everything that can break a statement happens,
// in any order: values that can't be written, rows that can't be read, errors of the database,
// time-outs, callers who disconnect. Whatever one of them left on a connection would be part of
// another's answer.

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
const database = stack.use(await createTestDatabase())
const config = testConfig(database)
if (!database.databaseUrl)
  stack.use(
    await startEmbeddedDatabase({
      dataDir: database.dataDir,
      secret: config.secrets.current,
      port: config.embeddedPort,
    }),
  )
const isShared = testServerUrl !== undefined
const connections = stack.use(connectAsOwner(config, 3, { isPipelined: isShared }))
const { owner } = connections
await migrate(owner)

const shared = isShared && { sharedConnections: 2 }
const limits = { lockTimeoutSeconds: 10, ...shared }
const databases = createUserDatabases(connections.pool, { statementTimeoutSeconds: 20, ...limits })
const hurried = createUserDatabases(connections.pool, { statementTimeoutSeconds: 0.02, ...limits })

const people = Array.from({ length: 100 }, () => randomUUID())
await owner
  .insertInto('auth_user')
  .values(people.map((id) => ({ id, name: id, email: `${id}@example.com` })))
  .execute()

/** Three rows each that nobody else has; the statement's text is the same for all. */
const readOwn = (db: UserDatabase) =>
  db
    .selectFrom('list')
    .innerJoin('auth_user', (join) => join.onTrue())
    .select(['list.user_id', 'auth_user.name'])
    .execute()

async function expectOwn(userId: string, reading: ReturnType<typeof readOwn>): Promise<void> {
  const rows = await reading
  expect(rows.length).toBeGreaterThan(0)
  for (const row of rows) expect(row).toEqual({ user_id: userId, name: userId })
}

const circular: Record<string, unknown> = {}
circular.itself = circular
const angry = () => {
  throw new Error('not written')
}

/** What can be given as a value, or a whole statement, and the result. */
const badStatements: Record<string, (db: UserDatabase) => Promise<unknown>> = {
  'a circular object': (db) => askWith(db, circular),
  'a list with a circular object': (db) => askWith(db, ['a', [circular]]),
  'a big integer inside of JSON': (db) => askWith(db, { count: 1n }),
  'a toJSON that throws': (db) => askWith(db, { toJSON: angry }),
  'a toPostgres that throws': (db) => askWith(db, { toPostgres: angry }),
  'a toPostgres that gives itself': (db) => {
    const value: { toPostgres?: () => unknown } = {}
    value.toPostgres = () => value
    return askWith(db, value)
  },
  'an invalid date': (db) => askWith(db, new Date(Number.NaN), 'timestamptz'),
  'NUL in a text': (db) => askWith(db, 'a\0b'),
  'half of a surrogate pair in JSON': (db) => askWith(db, { text: '\ud83e' }, 'jsonb'),
  // The person, whom the scope adds, is one too many.
  'more values than fit': (db) =>
    db
      .selectFrom('list')
      .select('id')
      .where(sql<boolean>`name in (${sql.join(Array.from({ length: 65_535 }, () => 'x'))})`)
      .execute(),
  'a moment that no text of ours can tell': (db) =>
    db.selectNoFrom(sql`timestamptz 'infinity'`.as('moment')).execute(),
  'SQL that is none': (db) => db.selectNoFrom(sql`(nothing here`.as('nothing')).execute(),
  'a division by zero after some rows': (db) =>
    db
      .selectFrom('list')
      .select(sql`1 / (length(list.name) - length(list.name))`.as('never'))
      .execute(),
}

const askWith = (db: UserDatabase, value: unknown, type = 'text') =>
  db.selectNoFrom(sql`${value}::${sql.raw(type)}`.as('value')).execute()

test.each(Object.entries(badStatements))(
  'after %s the next person gets their own rows',
  async (_what, run) => {
    const [ada = '', bob = ''] = people
    for (let nth = 0; nth < 4; nth += 1) {
      const failing = databases.asUser(ada, run).then(
        () => 'done',
        () => 'failed',
      )
      const next = [bob, ada, bob].map((userId) =>
        expectOwn(userId, databases.asUser(userId, readOwn)),
      )
      expect(await failing).toBe('failed')
      await Promise.all(next)
    }
  },
)

const { 'more values than fit': _large, ...smallOnes } = badStatements
const step = fc.record({
  person: fc.constantFrom(...people),
  act: fc.oneof(
    { weight: 4, arbitrary: fc.constant('read' as const) },
    { weight: 3, arbitrary: fc.constantFrom(...Object.values(smallOnes)) },
    { weight: 1, arbitrary: fc.constantFrom('give up', 'run out of time', 'change and fail') },
  ),
  /** Turns of the event loop before the next one begins. */
  pause: fc.constantFrom(0, 0, 0, 1),
})

async function act({ person, act }: typeof step extends fc.Arbitrary<infer T> ? T : never) {
  if (act === 'read') return expectOwn(person, databases.asUser(person, readOwn))
  if (act === 'give up') {
    const gone = new AbortController()
    const reading = databases.asUser(person, readOwn, gone.signal)
    setImmediate(() => gone.abort())
    return expectOwn(person, reading).catch((error: Error) => {
      if (error.name !== 'AbortError') throw error
    })
  }
  if (act === 'run out of time') {
    const slow = hurried.asUser(person, (db) =>
      db
        .selectFrom('list')
        .innerJoin('auth_user', (join) => join.onTrue())
        .select([sql`pg_sleep(0.03)`.as('slept'), 'list.user_id'])
        .execute(),
    )
    return slow.then(
      (rows) => {
        for (const row of rows) expect(row.user_id).toBe(person)
      },
      (error: { code?: string }) => expect(error.code).toBe('57014'),
    )
  }
  if (act === 'change and fail')
    return databases
      .mutateAsUser(person, { id: randomUUID(), actor: 'system' }, async (db) => {
        await expectOwn(person, readOwn(db))
        await askWith(db, circular)
      })
      .then(
        () => Promise.reject(new Error('it was expected to fail')),
        (error: Error) => expect(error.message).toContain('circular'),
      )
  return databases.asUser(person, act).then(
    () => {},
    () => {},
  )
}

test('a hundred people see only their own rows, whatever fails and in any order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 100, maxLength: 200 }), async (steps) => {
      const working: Promise<unknown>[] = []
      for (const each of steps) {
        working.push(act(each))
        for (let turn = 0; turn < each.pause; turn += 1) await new Promise(setImmediate)
      }
      await Promise.all(working)
    }),
    { numRuns: 15, endOnFailure: true },
  )
}, 120_000)
