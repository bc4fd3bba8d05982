import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { connectDatabase, type DatabaseConnections } from '../../src/db/connect.ts'
import { startEmbeddedDatabase } from '../../src/db/embedded/engine.ts'
import { migrate, migrations } from '../../src/db/migrate.ts'
import { createUserDatabases } from '../../src/db/user-database.ts'
import type { Json } from '../support/ask.ts'
import { canMakeCluster, createPostgresCluster } from '../support/postgres-cluster.ts'

// Several installations on one Postgres server, each with an owner of its own, as docs/operations.md
// has them made.

const pool = { maxConnections: 2, connectTimeoutSeconds: 10, idleTimeoutSeconds: 10 }
const embedded = { dataDir: '', secret: '' }

const stack = new AsyncDisposableStack()
afterAll(() => stack.disposeAsync())
const cluster = canMakeCluster ? stack.use(await createPostgresCluster(afterAll)) : undefined

describe.skipIf(!cluster)('one server (needs initdb and postgres on this machine)', () => {
  const serverUrl = new URL(cluster?.url ?? 'postgres://none')

  function urlOf(user: string, database: string): string {
    const url = new URL(serverUrl)
    url.username = user
    url.pathname = database
    return url.href
  }

  async function run(connectionString: string, ...statements: string[]) {
    const client = new pg.Client({ connectionString })
    await client.connect()
    try {
      let rows: Record<string, unknown>[] = []
      for (const statement of statements) ({ rows } = await client.query(statement))
      return rows
    } finally {
      await client.end()
    }
  }

  const asSuperuser = (...statements: string[]) => run(serverUrl.href, ...statements)

  /** A database with an owner of the same name, who may make roles unless it is said otherwise. */
  async function makeInstallation(name: string, right = 'createrole') {
    await asSuperuser(`create role ${name} login ${right}`, `create database ${name} owner ${name}`)
    return open(name)
  }

  function open(owner: string, database = owner) {
    const databaseUrl = urlOf(owner, database)
    return stack.use(connectDatabase<Json>({ databaseUrl, embedded, pool }))
  }

  /** As it was when one role, `tend_api`, served all databases. */
  async function migrateAsBefore(db: Kysely<Json>): Promise<void> {
    const { error } = await new Migrator({
      db,
      provider: { getMigrations: async () => migrations },
      migrationTableName: 'migration',
      migrationLockTableName: 'migration_lock',
    }).migrateToLatest()
    if (error) throw error
  }

  const listRoles = async () => {
    const rows = await asSuperuser(
      "select rolname from pg_roles where starts_with(rolname, 'tend_api')",
    )
    return rows.map(({ rolname }) => rolname)
  }

  test('neither the owner nor the serving role of the second connects to the first or becomes its role', async () => {
    const first = await makeInstallation('first')
    const second = await makeInstallation('second')
    for (const { owner } of [first, second]) await migrate(owner)
    for (const { owner } of [first, second]) await addPerson(owner)
    expect([await listNames(first), await listNames(second)]).toEqual([['Inbox'], ['Inbox']])

    const denied = { code: '42501' }
    await expect(run(urlOf('second', 'first'), 'listen tend_changes')).rejects.toMatchObject(denied)
    await expect(run(urlOf('tend_api_second', 'first'), 'select')).rejects.toThrow(/not permitted/)
    await expect(run(urlOf('second', 'second'), 'set role tend_api_first')).rejects.toMatchObject(
      denied,
    )
    const may = await asSuperuser(
      `select r, d from unnest('{second,tend_api_first,tend_api_second,public}'::text[]) r, unnest('{first,second}'::text[]) d
        where has_database_privilege(r, d, 'connect') order by 1, 2`,
    )
    expect(may).toEqual([{ r: 'second', d: 'second' }])
  })

  test('a database that the shared role has served gets a new role, and the shared one is dropped with the last', async () => {
    const [old, older, fresh] = [
      await makeInstallation('old'),
      await makeInstallation('older'),
      await makeInstallation('fresh'),
    ]
    await migrate(fresh.owner)
    for (const { owner } of [old, older]) {
      await migrateAsBefore(owner)
      await addPerson(owner)
    }
    expect(await describeRights(old.owner, 'tend_api')).toEqual(
      await describeRights(fresh.owner, 'tend_api_fresh'),
    )
    await expect(listNames(old)).rejects.toMatchObject({ code: '22023' })

    await migrate(old.owner)
    expect(await describeRights(old.owner, 'tend_api_old')).toEqual(
      await describeRights(fresh.owner, 'tend_api_fresh'),
    )
    expect(await describeRights(old.owner, 'tend_api')).toEqual([])
    expect(await listNames(old)).toEqual(['Inbox'])
    expect(await listRoles()).toContain('tend_api')

    await migrate(older.owner)
    expect(await listNames(older)).toEqual(['Inbox'])
    expect(await listRoles()).not.toContain('tend_api')
  })

  test('a database that is copied or renamed gets a role of its own when it is next started', async () => {
    const original = await makeInstallation('original')
    await migrate(original.owner)
    await addPerson(original.owner)
    await original[Symbol.asyncDispose]()
    await asSuperuser('create database copy template original owner original')
    const copy = open('original', 'copy')
    await migrate(copy.owner)
    expect(await describeRights(copy.owner, 'tend_api_original')).toEqual([])
    expect(await listNames(copy)).toEqual(['Inbox'])
    expect(await listRoles()).toEqual(
      expect.arrayContaining(['tend_api_copy', 'tend_api_original']),
    )

    await asSuperuser('alter database original rename to renamed')
    const renamed = open('original', 'renamed')
    await migrate(renamed.owner)
    expect(await listNames(renamed)).toEqual(['Inbox'])
    expect(await listRoles()).not.toContain('tend_api_original')
  })

  test('an owner who may not create roles learns what to have run, and needs nothing else', async () => {
    const strict = await makeInstallation('strict', 'nocreaterole')
    const refusal = await migrate(strict.owner).catch((error: Error) => error.message)
    const statements =
      'create role tend_api_strict nologin noinherit; grant tend_api_strict to strict'
    expect(refusal).toBe(
      `The database's serving role is not there for strict, who may not make it. Let somebody who may run: ${statements}`,
    )
    await asSuperuser(statements)
    await migrate(strict.owner)
    await addPerson(strict.owner)
    expect(await listNames(strict)).toEqual(['Inbox'])
  })

  test('twenty databases of one server may be migrated at the same moment', {
    timeout: 120_000,
  }, async () => {
    const names = Array.from({ length: 20 }, (_, nth) => `crowd_${nth}`)
    for (const name of names) await asSuperuser(`create database ${name}`)
    const crowd = names.map((name) => open('postgres', name))
    await Promise.all(crowd.map(({ owner }) => migrate(owner)))
    for (const { owner } of crowd) await addPerson(owner)
    for (const one of crowd) expect(await listNames(one)).toEqual(['Inbox'])
  })
})

test('since PostgreSQL 16 an owner who is no superuser may become the serving role, and has none of its rights', {
  timeout: 120_000,
}, async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'tend-newer-'))
  const settings = { dataDir: folder.path, secret: 'a secret for this test alone, 32 letters' }
  await using _engine = await startEmbeddedDatabase(settings)
  // The embedded engine is one session, and newer than 16.
  await using database = connectDatabase<Json>({ embedded: settings, pool })
  for (const statement of [
    'create role owner createrole',
    'grant create on schema public to owner',
    'set role owner',
  ])
    await sql.raw(statement).execute(database.owner)
  await migrate(database.owner)
  const { rows } = await sql`
    select current_user::text as user, pg_has_role('tend_api_postgres', 'set') as may_become,
      pg_has_role('tend_api_postgres', 'usage') as has_its_rights`.execute(database.owner)
  expect(rows).toEqual([{ user: 'owner', may_become: true, has_its_rights: false }])
  await addPerson(database.owner)
  expect(await listNames(database)).toEqual(['Inbox'])
})

const limits = { statementTimeoutSeconds: 10, lockTimeoutSeconds: 10 }

async function addPerson(owner: Kysely<Json>): Promise<void> {
  await owner
    .insertInto('auth_user')
    .values({ id: 'ada', name: 'Ada', email: 'ada@example.com' })
    .execute()
}

/** What a request of Ada's sees. */
async function listNames({ pool }: DatabaseConnections<Json>): Promise<unknown[]> {
  const { asUser } = createUserDatabases(pool, limits)
  const read = asUser('ada', (db) => db.selectFrom('list').select('name').execute())
  return (await read).map(({ name }) => name)
}

/** Every right and policy that the role has in this database, without its name. */
async function describeRights(owner: Kysely<Json>, role: string): Promise<unknown[]> {
  const { rows } = await sql<{ line: string }>`
    select format('%s %s %s', privilege_type, oid::regclass, is_grantable) as line
      from pg_class, aclexplode(relacl) where grantee = to_regrole(${role})
    union all select format('%s %s.%s', privilege_type, attrelid::regclass, attname)
      from pg_attribute, aclexplode(attacl) where grantee = to_regrole(${role})
    union all select format('%s %s', privilege_type, nspname)
      from pg_namespace, aclexplode(nspacl) where grantee = to_regrole(${role})
    union all select format('%s %s', privilege_type, oid::regprocedure)
      from pg_proc, aclexplode(proacl) where grantee = to_regrole(${role})
    union all select format('%s %s %s %s %s', polname, polrelid::regclass, polcmd,
        pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid))
      from pg_policy where to_regrole(${role}) = any(polroles)
    order by 1`.execute(owner)
  return rows.map(({ line }) => line)
}
