import { type Kysely, sql } from 'kysely'
import type { Json } from './ask.ts'

/** All rows of a person in every table that names one, by table, read behind the API's back. */
export async function readRowsOf(
  owner: Kysely<Json>,
  userId: string,
): Promise<Record<string, Json[]>> {
  const rows: Record<string, Json[]> = {}
  for (const { table, column } of await listTablesOfPeople(owner)) {
    const found = await sql<Json>`
      select to_jsonb(t) as row from ${sql.table(table)} t
      where ${sql.ref(`t.${column}`)} = ${userId} order by 1`.execute(owner)
    rows[table] = found.rows.map(({ row }: Json) => row)
  }
  return rows
}

async function listTablesOfPeople(owner: Kysely<Json>) {
  const { rows } = await sql<{ table: string; column: string }>`
    select c.relname as table, a.attname as column
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and (a.attname = 'user_id' or (c.relname = 'auth_user' and a.attname = 'id'))
    order by 1`.execute(owner)
  return rows
}
