import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'
import { embeddedAddress } from '../../src/db/embedded/address.ts'
import { startEmbeddedDatabase } from '../../src/db/embedded/engine.ts'
import { migrate } from '../../src/db/migrate.ts'
import * as tagKeys from '../../src/db/migrations/0027-tag-keys.ts'
import * as searchWords from '../../src/db/migrations/0028-search-words.ts'
import type { Json } from '../support/ask.ts'
import { connectAsOwner, testConfig, testSecret } from '../support/test-app.ts'
import { createTestDatabase } from '../support/test-database.ts'

/** An empty database of the tested kind, and its address. */
async function createEmptyDatabase() {
  await using stack = new AsyncDisposableStack()
  const database = stack.use(await createTestDatabase())
  const embedded = { dataDir: database.dataDir, secret: testSecret }
  if (!database.databaseUrl) stack.use(await startEmbeddedDatabase(embedded))
  const url = database.databaseUrl ?? embeddedAddress(embedded).url
  const connect = () =>
    stack.use(connectAsOwner(testConfig({ ...database, databaseUrl: url }))).owner
  const owner = connect()
  await sql`drop schema public cascade`.execute(owner)
  await sql`create schema public`.execute(owner)
  const resources = stack.move()
  const open = () =>
    resources.use(connectAsOwner(testConfig({ ...database, databaseUrl: url }))).owner
  return { url, owner, open, [Symbol.asyncDispose]: () => resources.disposeAsync() }
}

async function listTables(owner: Kysely<Json>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`.execute(owner)
  return rows.map(({ name }) => name)
}

test('migrating an empty database creates everything, and migrating again does nothing', async () => {
  await using database = await createEmptyDatabase()
  const names = await migrate(database.owner)
  expect(names[0]).toBe('0001-foundation')
  expect([...names].sort()).toEqual(names)
  const tables = await listTables(database.owner)
  expect(tables).toEqual(expect.arrayContaining(['auth_user', 'list', 'migration', 'task']))
  expect(await migrate(database.owner)).toEqual([])
  expect(await listTables(database.owner)).toEqual(tables)
})

test('four that migrate at the same moment do it once between them', async () => {
  await using database = await createEmptyDatabase()
  const done = await Promise.all(Array.from({ length: 4 }, () => migrate(database.open())))
  const worked = done.filter((names) => names.length > 0)
  expect(worked).toHaveLength(1)
  expect(await migrate(database.owner)).toEqual([])
})

test('four processes that migrate at the same moment all succeed, and one did the work', async () => {
  await using database = await createEmptyDatabase()
  const script = join(import.meta.dirname, '../../../scripts/migrate.ts')
  const env = { ...process.env, DATABASE_URL: database.url, BETTER_AUTH_SECRET: testSecret }
  const run = promisify(execFile)
  const outputs = await Promise.all(
    Array.from({ length: 4 }, () => run(process.execPath, [script], { env, timeout: 25_000 })),
  )
  const migrated = outputs.filter(({ stdout }) => stdout.startsWith('Migrated: 0001-foundation'))
  expect(migrated).toHaveLength(1)
  expect(await migrate(database.owner)).toEqual([])
})

test('a migration that fails is named with its cause and leaves nothing behind', async () => {
  await using database = await createEmptyDatabase()
  await sql`create table task (id int)`.execute(database.owner)
  const failure = await migrate(database.owner).catch((error: Error) => error)
  expect(failure).toMatchObject({
    message: 'The migration 0001-foundation could not be run',
    cause: { code: '42P07' },
  })
  expect(await listTables(database.owner)).not.toContain('auth_user')
  await sql`drop table task`.execute(database.owner)
  expect(await migrate(database.owner)).toContain('0001-foundation')
})

test('each added user has one inbox from the same moment on', async () => {
  await using database = await createEmptyDatabase()
  await migrate(database.owner)
  const user = { id: 'ada', name: 'Ada', email: 'ada@example.com' }
  await database.owner.insertInto('auth_user').values(user).execute()
  const lists = await database.owner.selectFrom('list').select(['user_id', 'is_inbox']).execute()
  expect(lists).toEqual([{ user_id: 'ada', is_inbox: true }])
  const second = database.owner
    .insertInto('list')
    .values({ user_id: 'ada', name: 'Another', is_inbox: true, position: 'a1' })
    .execute()
  await expect(second).rejects.toMatchObject({ code: '23505' })
})

test('tags get new keys, and of two that have become one name the later stays apart', async () => {
  await using database = await createEmptyDatabase()
  const { owner } = database
  await migrate(owner)
  for (const id of ['ada', 'bob'])
    await owner
      .insertInto('auth_user')
      .values({ id, name: id, email: `${id}@example.com` })
      .execute()
  const insert = (user_id: string, nth: number, name: string, name_key: string) =>
    owner
      .insertInto('tag')
      .values({
        ...{ user_id, name, name_key, id: `01970000-0000-7000-8000-00000000000${nth}` },
        created_at: `2026-01-0${nth}T00:00:00Z`,
      })
      .execute()
  await insert('ada', 1, 'ad\u200bmin', 'ad\u200bmin')
  await insert('ada', 2, 'Admin', 'admin')
  await insert('ada', 3, 'deep  work', 'deep  work')
  await insert('ada', 4, 'deep   work', 'deep   work')
  await insert('ada', 5, 'Straße', 'straße')
  await insert('bob', 1, 'ADMIN\ufe0f', 'admin\ufe0f')
  await tagKeys.up(owner)
  const { rows } = await sql<Json>`
    select user_id, name_key from tag order by user_id, id`.execute(owner)
  expect(rows.map(({ user_id, name_key }) => [user_id, name_key])).toEqual([
    ['ada', 'ad\u200bmin'],
    ['ada', 'admin'],
    ['ada', 'deep work'],
    ['ada', 'deep   work'],
    ['ada', 'strasse'],
    ['bob', 'admin'],
  ])
})

test('earlier texts are found by their signs, and nothing is logged', async () => {
  await using database = await createEmptyDatabase()
  const { owner } = database
  await migrate(owner)
  const inserted = []
  for (const id of ['ada', 'bob']) {
    await owner
      .insertInto('auth_user')
      .values({ id, name: id, email: `${id}@example.com` })
      .execute()
    const [inbox] = await owner.selectFrom('list').select('id').where('user_id', '=', id).execute()
    // More tasks than are rebuilt at once.
    for (let nth = 0; nth < (id === 'ada' ? 1_050 : 1); nth += 1)
      inserted.push({
        ...{ user_id: id, id: randomUUID(), list_id: inbox?.id, position: `b${nth}x` },
        ...{ title: `C++ 🎉 e-mail ${nth}`, search_text: `c e mail ${nth}\n` },
      })
  }
  await owner.insertInto('task').values(inserted).execute()
  const countLogged = async () =>
    (await sql<Json>`select count(*)::int as count from change`.execute(owner)).rows[0].count
  const before = await countLogged()
  await searchWords.up(owner)
  const { rows } = await sql<Json>`
    select user_id, word, count(*)::int as count from task_word
    where word in ('c++', '🎉', 'email', 'e') group by 1, 2 order by user_id, word`.execute(owner)
  const found = (user: string, count: number) =>
    ['c++', 'e', 'email', '🎉'].map((word) => ({ user_id: user, word, count }))
  expect(rows).toEqual([...found('ada', 1_050), ...found('bob', 1)])
  expect(await countLogged()).toBe(before)
})
