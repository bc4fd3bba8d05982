import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { findServingRole } from '../../src/db/serving-role.ts'
import { createUserDatabases, type UserDatabase } from '../../src/db/user-database.ts'
import { makeOrderKeys } from '../../src/domain/order/ordering.ts'
import { addTasks, inboxOf } from '../support/task-operations.ts'
import { connectAsOwner, startTestApp } from '../support/test-app.ts'
import { testServerUrl } from '../support/test-database.ts'

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const { ada } = await app.createPeople('ada')
const inbox = await inboxOf(ada)

// There is one connection, so that whatever it keeps from one use is there in the next.
const connections = connectAsOwner(app.config, 1)
afterAll(() => connections[Symbol.asyncDispose]())
const { asUser, mutateAsUser } = createUserDatabases(connections.pool, {
  statementTimeoutSeconds: 1,
  lockTimeoutSeconds: 1,
})

const whoAmI = (db: UserDatabase) =>
  db
    .selectNoFrom([
      sql<string>`current_user`.as('role'),
      sql<string | null>`current_setting('app.user_id', true)`.as('user'),
    ])
    .executeTakeFirstOrThrow()

const mutate = <T>(userId: string, work: (db: UserDatabase) => Promise<T>) =>
  mutateAsUser(userId, { id: randomUUID(), actor: 'session:test' }, work)

const positions = makeOrderKeys(null, null, 20, Math.random)
const newTask = (title: string) => ({
  id: randomUUID(),
  list_id: inbox,
  title,
  position: positions.shift() ?? '',
  search_text: '',
})
const add = (db: UserDatabase, title: string) =>
  db.insertInto('task').values(newTask(title)).execute()
const fail = (db: UserDatabase) =>
  db.selectFrom('task').select('id').where('id', '=', 'x').execute()
const titles = async () => {
  const rows = await asUser(ada.userId, (db) => db.selectFrom('task').select('title').execute())
  return rows.map((row) => row.title)
}

test('work runs as the serving role and as its person', async () => {
  const expected = { role: await findServingRole(connections.owner), user: ada.userId }
  expect(await asUser(ada.userId, whoAmI)).toEqual(expected)
  expect(await mutate(ada.userId, whoAmI)).toEqual(expected)
})

test('the connection keeps nothing of it', async () => {
  await asUser(ada.userId, whoAmI)
  await mutate(ada.userId, whoAmI)
  await asUser(ada.userId, fail).catch(() => {})
  const { rows } = await connections.pool.query(
    `select current_user = session_user as same, coalesce(current_setting('app.user_id', true), '') as user,
      current_setting('statement_timeout') as timeout`,
  )
  expect(rows).toEqual([{ same: true, user: '', timeout: '0' }])
})

test('a transaction keeps all or nothing', async () => {
  await mutate(ada.userId, async (db) => {
    await add(db, 'first')
    await add(db, 'second')
  })
  const broken = mutate(ada.userId, async (db) => {
    await add(db, 'third')
    throw new Error('halfway')
  })
  await expect(broken).rejects.toThrow('halfway')
  expect(await titles()).toEqual(['first', 'second'])
})

test('a failed statement rolls back its transaction, whatever the code does next', async () => {
  const swallowed = mutate(ada.userId, async (db) => {
    await add(db, 'lost')
    await fail(db).catch(() => {})
    return 'done'
  })
  await expect(swallowed).rejects.toThrow()
  expect(await titles()).not.toContain('lost')
})

test('a failed statement reports its cause, and the connection continues', async () => {
  await expect(asUser(ada.userId, fail)).rejects.toMatchObject({ code: '22P02' })
  expect(await asUser(ada.userId, whoAmI)).toMatchObject({ user: ada.userId })
})

test('statements sent together are answered independently', async () => {
  const answers = await asUser(ada.userId, (db) =>
    Promise.allSettled([whoAmI(db), fail(db), whoAmI(db), fail(db), whoAmI(db)]),
  )
  expect(answers.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'rejected',
    'fulfilled',
  ])
})

test('an empty id is no user', async () => {
  await expect(asUser('', whoAmI)).rejects.toThrow('user id was expected')
  await expect(mutate('', whoAmI)).rejects.toThrow('user id was expected')
  expect(await asUser(ada.userId, whoAmI)).toMatchObject({ user: ada.userId })
})

test('values come back as rows hold them: instants as text, days as text, counts as numbers', async () => {
  const row = await asUser(ada.userId, (db) =>
    db
      .selectNoFrom([
        sql`timestamptz '2026-11-23 08:05:01.5+01'`.as('instant'),
        sql`timestamptz '2026-11-23 08:05:01+00'`.as('whole'),
        sql`date '2026-02-28'`.as('day'),
        sql`count(*)`.as('count'),
        sql`array['a', null]`.as('list'),
        sql`'{"a": 1}'::jsonb`.as('json'),
        sql`null::timestamptz`.as('nothing'),
      ])
      .executeTakeFirstOrThrow(),
  )
  expect(row).toEqual({
    instant: '2026-11-23T07:05:01.500Z',
    whole: '2026-11-23T08:05:01.000Z',
    day: '2026-02-28',
    count: 1,
    list: ['a', null],
    json: { a: 1 },
    nothing: null,
  })
})

test('the number of changed rows is returned', async () => {
  const [task] = await addTasks(ada, 'changed')
  const result = await asUser(ada.userId, (db) =>
    db
      .updateTable('task')
      .set({ title: 'x' })
      .where('id', '=', task?.id ?? '')
      .executeTakeFirst(),
  )
  expect(result.numUpdatedRows).toBe(1n)
})

// The embedded engine is one process without a timer of its own, and runs one statement at a time.
if (testServerUrl)
  test('on a Postgres server a statement that takes too long is stopped', async () => {
    const slow = asUser(ada.userId, (db) => db.selectNoFrom(sql`pg_sleep(30)`.as('x')).execute())
    await expect(slow).rejects.toMatchObject({ code: '57014' })
    expect(await asUser(ada.userId, whoAmI)).toMatchObject({ user: ada.userId })
  })
