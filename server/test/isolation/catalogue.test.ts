import { type RawBuilder, sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { findServingRole } from '../../src/db/serving-role.ts'
import { startTestApp } from '../support/test-app.ts'

// Asks the database's own catalogue, so a table that lacks a rule is found the day it appears.

const app = await startTestApp()
afterAll(() => app[Symbol.asyncDispose]())
const servingRole = await findServingRole(app.owner)

async function select<Row>(query: RawBuilder<Row>): Promise<Row[]> {
  return (await query.execute(app.owner)).rows
}

const userSchemas = sql`n.nspname not in ('information_schema', 'pg_catalog', 'pg_toast')`

/** Tables, views and sequences of which the role may use at least a column. */
const reachable = await select(sql<{ name: string; kind: string; privileges: string[] }>`
  select c.relname as name, c.relkind as kind, array_agg(p.privilege order by p.privilege) as privileges
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace,
  unnest(array['select', 'insert', 'update', 'references']) p (privilege)
  where ${userSchemas} and c.relkind in ('r', 'p', 'v', 'm', 'f')
    and has_any_column_privilege(${servingRole}, c.oid, p.privilege)
  group by 1, 2 order by 1`)

// A person's own profile and sessions are what the role may read and change of Better Auth's tables,
// and of them only these columns.
const profile = 'auth_user'
const ownProfile = [
  ...['date_style', 'image', 'name', 'quiet_from', 'quiet_until', 'reminder_channels'],
  ...['reminder_day_time', 'reminder_hides_titles', 'reminder_minutes_before', 'summary_time'],
  ...['theme', 'time_style', 'time_zone', 'week_starts_on'],
]
const authTables = [
  {
    table: profile,
    owner: 'id',
    privileges: ['select', 'update'],
    readable: ['created_at', 'email', 'id', ...ownProfile],
    changeable: ownProfile,
  },
  {
    table: 'auth_session',
    owner: 'user_id',
    privileges: ['select', 'update'],
    readable: [
      ...['created_at', 'expires_at', 'id', 'ip_address', 'last_used_at', 'user_agent'],
      'user_id',
    ],
    changeable: ['last_used_at'],
  },
]
const authTableNames = authTables.map(({ table }) => table)
const tenantTables = reachable
  .map(({ name }) => name)
  .filter((name) => !authTableNames.includes(name))

test('the serving role reaches the tables of tasks and lists, and its own profile and sessions', () => {
  expect(tenantTables).toEqual(expect.arrayContaining(['list', 'task']))
  expect(reachable.map(({ name }) => name)).toEqual(expect.arrayContaining(authTableNames))
})

test('the serving role reaches no view and no foreign table, because these have other rules', () => {
  expect(reachable.filter(({ kind }) => kind !== 'r' && kind !== 'p')).toEqual([])
})

test('the serving role is no superuser, bypasses nothing, creates nothing and can’t log in', async () => {
  const roles = await select(sql`
    select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, rolcanlogin
    from pg_roles where rolname = ${servingRole}`)
  expect(roles).toEqual([
    {
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
      rolcanlogin: false,
    },
  ])
  expect(
    await select(sql`
      select roleid from pg_auth_members where member = ${servingRole}::regrole`),
  ).toEqual([])
})

test('the serving role owns nothing and can create nothing', async () => {
  const owned = await select(sql`
    select classid::regclass::text as kind from pg_shdepend
    where deptype = 'o' and refobjid = ${servingRole}::regrole`)
  expect(owned).toEqual([])
  const [may] = await select(sql`
    select bool_or(has_schema_privilege(${servingRole}, n.oid, 'create')) as create_in_schema,
      has_database_privilege(${servingRole}, current_database(), 'create') as create_schema
    from pg_namespace n where ${userSchemas}`)
  expect(may).toEqual({ create_in_schema: false, create_schema: false })
})

/** Clears the person's own log of what is older than 90 days; the role itself can't delete from it. */
const privileged = ['prune_changes']

test('no function runs with more rights than its caller’s, except the one that is meant to', async () => {
  const functions = await select(sql<{ proname: string }>`
    select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where ${userSchemas} and p.prosecdef and has_function_privilege(${servingRole}, p.oid, 'execute')`)
  expect(functions.map(({ proname }) => proname)).toEqual(privileged)
})

test('only some columns of Better Auth’s tables and the migrations’ can be read', async () => {
  const columns = await select(sql<{ column: string }>`
    select c.relname || '.' || a.attname as column
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where ${userSchemas} and c.relkind = 'r' and not c.relname = any(${tenantTables})
      and has_column_privilege(${servingRole}, c.oid, a.attnum, 'select, insert, update, references')
    order by 1`)
  expect(columns.map(({ column }) => column)).toEqual(
    authTables.flatMap(({ table, readable }) => readable.map((name) => `${table}.${name}`)).sort(),
  )
})

test.each(authTables)(
  'a person sees and changes only their own rows of $table, and little of them',
  async ({ table, owner, privileges, changeable }) => {
    const columns = await select(sql<{ name: string }>`
    select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped
      and has_column_privilege(${servingRole}, attrelid, attnum, 'update')`)
    expect(columns.map(({ name }) => name).sort()).toEqual(changeable)
    expect(reachable.find(({ name }) => name === table)?.privileges).toEqual(privileges)
    const [policies] = await select(sql`
    select relrowsecurity as enabled, array_agg(distinct pg_get_expr(polqual, polrelid)) as using,
      array_agg(distinct pg_get_expr(polwithcheck, polrelid)) filter (where polcmd <> 'r') as check
    from pg_policy join pg_class c on c.oid = polrelid where c.relname = ${table} group by 1`)
    const own = `(${owner} = current_setting('app.user_id'::text, true))`
    expect(policies).toEqual({ enabled: true, using: [own], check: [own] })
  },
)

test.each(tenantTables)('%s contains its person in every row', async (table) => {
  const columns = await select(sql`
    select attnotnull as not_null, format_type(atttypid, null) as type from pg_attribute
    where attrelid = ${table}::regclass and attname = 'user_id'`)
  expect(columns).toEqual([{ not_null: true, type: 'text' }])
})

test.each(tenantTables)('%s is under row-level security, also for its owner', async (table) => {
  const [security] = await select(sql`
    select relrowsecurity as enabled, relforcerowsecurity as forced from pg_class
    where oid = ${table}::regclass`)
  expect(security).toEqual({ enabled: true, forced: true })
})

test.each(tenantTables)('%s shows and accepts only rows of the person', async (table) => {
  const policies = await select(sql<{ command: string; using: string; check: string }>`
    select polcmd as command, pg_get_expr(polqual, polrelid) as using,
      pg_get_expr(polwithcheck, polrelid) as check
    from pg_policy where polrelid = ${table}::regclass and polpermissive
      and (polroles = '{0}' or ${servingRole}::regrole = any(polroles))`)
  expect(policies.length).toBeGreaterThan(0)
  const own = "(user_id = current_setting('app.user_id'::text, true))"
  for (const { command, using, check } of policies) {
    if (command !== 'a') expect(using).toBe(own)
    if (!['r', 'd'].includes(command)) expect(check).toBe(own)
  }
})

test('no role but the serving role has a policy that shows rows, except for secrets and deliveries', async () => {
  const policies = await select(sql`
    select relname || '.' || polname as policy, polcmd as command,
      polroles = array[relowner] as owner_alone, pg_get_expr(polqual, polrelid) as using
    from pg_policy join pg_class c on c.oid = polrelid
    where not (polroles = '{0}' or ${servingRole}::regrole = any(polroles))`)
  // The owner, who may be no superuser, looks an access token or a calendar's address up by its hash, and
  // takes up what is due, before its person is known.
  expect(policies).toEqual([
    { policy: 'access_token.door', command: 'r', owner_alone: true, using: 'true' },
    { policy: 'delivery.queue', command: '*', owner_alone: true, using: 'true' },
    { policy: 'feed.door', command: 'r', owner_alone: true, using: 'true' },
  ])
})

/** Of tables that are read before the person is known. */
const indexesOfEverybody = ['access_token_hash', 'delivery_queue', 'feed_secret_hash']

test.each(tenantTables)('%s has only indexes that begin with the person', async (table) => {
  const indexes = await select(sql<{ index: string; first: string }>`
    select i.indexrelid::regclass::text as index, pg_get_indexdef(i.indexrelid, 1, false) as first
    from pg_index i where i.indrelid = ${table}::regclass`)
  const others = indexes.filter(({ first }) => first !== 'user_id').map(({ index }) => index)
  expect(others.filter((index) => !indexesOfEverybody.includes(index))).toEqual([])
  const primary = await select(sql`
    select from pg_index where indrelid = ${table}::regclass and indisprimary`)
  expect(primary).toHaveLength(1)
})

test.each(tenantTables)('%s refers only to rows of the same person', async (table) => {
  const keys = await select(sql<{ key: string; target: string; pairs: string[] }>`
    select conname as key, confrelid::regclass::text as target, array_agg(a.attname || '=' || f.attname) as pairs
    from pg_constraint
    cross join unnest(conkey, confkey) k (own, foreign_one)
    join pg_attribute a on a.attrelid = conrelid and a.attnum = k.own
    join pg_attribute f on f.attrelid = confrelid and f.attnum = k.foreign_one
    where conrelid = ${table}::regclass and contype = 'f' group by 1, 2`)
  for (const { key, target, pairs } of keys)
    expect(pairs, key).toContain(target === profile ? 'user_id=id' : 'user_id=user_id')
  // A word of a task goes with its task, and needs no key of its own to the person.
  if (table !== 'task_word') expect(keys.map(({ target }) => target)).toContain(profile)
})

test.each(tenantTables)('%s can be read and changed and nothing else', async (table) => {
  const [may] = await select(sql`
    select has_table_privilege(${servingRole}, ${table}, 'truncate') as truncate,
      has_table_privilege(${servingRole}, ${table}, 'trigger') as trigger,
      has_any_column_privilege(${servingRole}, ${table}, 'references') as references`)
  expect(may).toEqual({ truncate: false, trigger: false, references: false })
})
