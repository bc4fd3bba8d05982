import { type Kysely, sql } from 'kysely'
import type { Json } from './ask.ts'

/**
 * All rows of a person in every table that names one, by table, read behind the API's back; but not
 * what they have spent, which every request adds to, whatever it does.
 */
export async function readRowsOf(
  owner: Kysely<Json>,
  userId: string,
): Promise<Record<string, Json[]>> {
  return selectOfEach(
    owner,
    (table, column) => sql`
      select coalesce(jsonb_agg(to_jsonb(t) order by to_jsonb(t)), '[]') from ${sql.table(table)} t
      where ${sql.ref(`t.${column}`)} = ${userId}`,
  )
}

/** How many rows a person has in each of those tables. */
export async function countRowsOf(
  owner: Kysely<Json>,
  userId: string,
): Promise<Record<string, number>> {
  return selectOfEach(
    owner,
    (table, column) => sql`
      select count(*) from ${sql.table(table)} t where ${sql.ref(`t.${column}`)} = ${userId}`,
  )
}

/** One statement for all tables: suites ask thousands of times. */
async function selectOfEach<Value>(
  owner: Kysely<Json>,
  select: (table: string, column: string) => ReturnType<typeof sql>,
): Promise<Record<string, Value>> {
  const tables = await listTablesOfPeople(owner)
  const pairs = tables.map(({ table, column }) => sql`${table}::text, (${select(table, column)})`)
  const { rows } = await sql<{ found: Record<string, Value> }>`
    select jsonb_build_object(${sql.join(pairs)}) as found`.execute(owner)
  return rows[0]?.found ?? {}
}

type PersonalTable = { table: string; column: string }
const known = new WeakMap<Kysely<Json>, Promise<PersonalTable[]>>()

function listTablesOfPeople(owner: Kysely<Json>): Promise<PersonalTable[]> {
  const tables = known.get(owner) ?? findTablesOfPeople(owner)
  known.set(owner, tables)
  return tables
}

async function findTablesOfPeople(owner: Kysely<Json>): Promise<PersonalTable[]> {
  const { rows } = await sql<PersonalTable>`
    select c.relname as table, a.attname as column
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and c.relname <> 'spending'
      and (a.attname = 'user_id' or (c.relname = 'auth_user' and a.attname = 'id'))
    order by 1`.execute(owner)
  return rows
}
