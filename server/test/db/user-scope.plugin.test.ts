import {
  type CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  sql,
} from 'kysely'
import { expect, test } from 'vitest'
import { UserScopePlugin } from '../../src/db/user-scope.plugin.ts'
import type { TenantTables } from '../../src/tables.ts'

// These tests check the SQL that is sent. There is no database: Kysely's own dummy driver only
// compiles.
const db = new Kysely<TenantTables>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (kysely) => new PostgresIntrospector(kysely),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
  plugins: [new UserScopePlugin('ada')],
})

/** The statement with its parameters filled in. */
function show(query: { compile(): CompiledQuery }): string {
  const compiled = query.compile()
  const quote = (value: unknown) => (typeof value === 'string' ? `'${value}'` : String(value))
  return compiled.sql.replaceAll(/\$(\d+)/g, (_, n) => quote(compiled.parameters[Number(n) - 1]))
}

test('a select is limited to the person', () => {
  expect(show(db.selectFrom('task').select('id'))).toBe(
    `select "id" from "task" where "task"."user_id" = 'ada'`,
  )
})

test('a condition with or can’t widen it', () => {
  const query = db
    .selectFrom('task')
    .select('id')
    .where(({ or, eb }) => or([eb('title', '=', 'x'), eb(sql.lit(1), '=', 1)]))
  expect(show(query)).toBe(
    `select "id" from "task" where ("title" = 'x' or 1 = 1) and "task"."user_id" = 'ada'`,
  )
})

test('every table of a list is limited, by its alias', () => {
  expect(show(db.selectFrom(['task as t', 'list']).select('t.id'))).toBe(
    `select "t"."id" from "task" as "t", "list" where "t"."user_id" = 'ada' and "list"."user_id" = 'ada'`,
  )
})

test('a table with another table’s name as its alias is limited by its real name', () => {
  expect(show(db.selectFrom('auth_user as task').select('task.id'))).toBe(
    `select "task"."id" from "auth_user" as "task" where "task"."id" = 'ada'`,
  )
})

test('a joined table is limited in its condition, so that a left join stays one', () => {
  const query = db.selectFrom('task').leftJoin('list', 'list.id', 'task.list_id').select('name')
  expect(show(query)).toBe(
    `select "name" from "task" left join "list" on "list"."id" = "task"."list_id" and "list"."user_id" = 'ada' where "task"."user_id" = 'ada'`,
  )
  const inner = db
    .selectFrom('task')
    .innerJoin('list as l', (join) => join.onTrue())
    .select('name')
  expect(show(inner)).toBe(
    `select "name" from "task" inner join "list" as "l" on true and "l"."user_id" = 'ada' where "task"."user_id" = 'ada'`,
  )
})

test('a join that would show rows of the joined table without the other is refused', () => {
  const right = db.selectFrom('task').rightJoin('list', 'list.id', 'task.list_id').select('name')
  const full = db.selectFrom('task').fullJoin('list', 'list.id', 'task.list_id').select('name')
  for (const query of [right, full]) expect(() => query.compile()).toThrow('no right or full join')
})

test('subqueries are limited wherever they are', () => {
  const query = db
    .selectFrom((eb) => eb.selectFrom('task').select('list_id').as('inner'))
    .select(['inner.list_id', (eb) => eb.selectFrom('list').select('name').limit(1).as('name')])
    .where(({ exists, selectFrom }) => exists(selectFrom('task').select('id')))
  expect(show(query).match(/"user_id" = 'ada'/g)).toHaveLength(3)
  expect(show(query)).not.toContain('"inner"."user_id"')
})

test('both sides of a union are limited', () => {
  const query = db
    .selectFrom('task')
    .select('id')
    .unionAll((eb) => eb.selectFrom('list').select('id'))
  expect(show(query)).toBe(
    `select "id" from "task" where "task"."user_id" = 'ada' union all select "id" from "list" where "list"."user_id" = 'ada'`,
  )
})

test('a common table expression is limited inside and not again outside', () => {
  const query = db
    .with('open', (qb) => qb.selectFrom('task').select('id').where('completed_at', 'is', null))
    .selectFrom('open')
    .innerJoin('task', 'task.id', 'open.id')
    .select('open.id')
  expect(show(query)).toBe(
    `with "open" as (select "id" from "task" where "completed_at" is null and "task"."user_id" = 'ada') select "open"."id" from "open" inner join "task" on "task"."id" = "open"."id" and "task"."user_id" = 'ada'`,
  )
})

test('a statement that changes data inside a common table expression is limited', () => {
  const query = db
    .with('gone', (qb) => qb.deleteFrom('task').where('id', '=', 'x').returning('id'))
    .selectFrom('gone')
    .select('id')
  expect(show(query)).toBe(
    `with "gone" as (delete from "task" where "id" = 'x' and "task"."user_id" = 'ada' returning "id") select "id" from "gone"`,
  )
})

test('a common table expression can’t take a table’s name', () => {
  const query = db
    .with('list', (qb) => qb.selectFrom('task').select('id'))
    .selectFrom('list')
    .select('id')
  expect(() => query.compile()).toThrow('can\'t be named like the table "list"')
})

test('an update is limited, and so is what it reads from', () => {
  const query = db
    .updateTable('task as t')
    .from('list')
    .set({ title: 'x' })
    .whereRef('list.id', '=', 't.list_id')
  expect(show(query)).toBe(
    `update "task" as "t" set "title" = 'x' from "list" where "list"."id" = "t"."list_id" and "t"."user_id" = 'ada' and "list"."user_id" = 'ada'`,
  )
})

test('a delete is limited, and so is what it uses', () => {
  expect(show(db.deleteFrom('task'))).toBe(`delete from "task" where "task"."user_id" = 'ada'`)
  const using = db.deleteFrom('task').using('list').whereRef('list.id', '=', 'task.list_id')
  expect(show(using)).toBe(
    `delete from "task" using "list" where "list"."id" = "task"."list_id" and "task"."user_id" = 'ada' and "list"."user_id" = 'ada'`,
  )
})

test('each inserted row gets the person', () => {
  const rows = ['a', 'b'].map((id) => ({ id, name: 'n', name_key: 'k' }))
  expect(show(db.insertInto('tag').values(rows))).toBe(
    `insert into "tag" ("id", "name", "name_key", "user_id") values ('a', 'n', 'k', 'ada'), ('b', 'n', 'k', 'ada')`,
  )
})

test('an inserted value that is a subquery is limited as well', () => {
  const query = db.insertInto('task').values(({ selectFrom }) => ({
    id: 'a',
    title: 't',
    position: 'a0',
    search_text: '',
    list_id: selectFrom('list').select('list.id').where('is_inbox', '=', true),
  }))
  expect(show(query)).toBe(
    `insert into "task" ("id", "title", "position", "search_text", "list_id", "user_id") values ('a', 't', 'a0', '', (select "list"."id" from "list" where "is_inbox" = true and "list"."user_id" = 'ada'), 'ada')`,
  )
})

test('an insert from a query inserts the person’s rows', () => {
  const query = db
    .insertInto('list')
    .columns(['id', 'name'])
    .expression((eb) => eb.selectFrom('task').select(['id', 'title']))
  expect(show(query)).toBe(
    `insert into "list" ("id", "name") select "id", "title" from "task" where "task"."user_id" = 'ada'`,
  )
})

test('conflicts are handled by the key, which begins with the person', () => {
  const query = db
    .insertInto('list')
    .values({ id: 'a', name: 'n', position: 'a0' })
    .onConflict((oc) => oc.columns(['user_id', 'id']).doUpdateSet({ name: 'm' }))
  expect(show(query)).toBe(
    `insert into "list" ("id", "name", "position", "user_id") values ('a', 'n', 'a0', 'ada') on conflict ("user_id", "id") do update set "name" = 'm'`,
  )
})

test.each(['auth_account', 'migration', 'pg_class', 'constructor', 'toString'])(
  'the table %s can’t be reached at all',
  (table) => {
    const message = `The table "${table}" can't be reached`
    const anywhere = db as never as Kysely<Record<string, { id: string }>>
    expect(() => anywhere.selectFrom(table).select('id').compile()).toThrow(message)
    expect(() => anywhere.insertInto(table).values({ id: 'x' }).compile()).toThrow(message)
    expect(() => anywhere.updateTable(table).set({ id: 'x' }).compile()).toThrow(message)
    expect(() => anywhere.deleteFrom(table).compile()).toThrow(message)
    expect(() =>
      anywhere
        .selectFrom('task')
        .innerJoin(table, (join) => join.onTrue())
        .select('id')
        .compile(),
    ).toThrow(message)
  },
)

test('MERGE is refused', () => {
  const query = db
    .mergeInto('list')
    .using('task', 'task.list_id', 'list.id')
    .whenMatched()
    .thenDelete()
  expect(() => query.compile()).toThrow('no MERGE')
})
