import { type Kysely, sql } from 'kysely'

/** Puts a table with a `user_id` under row-level security for the serving role, and for the owner too. */
export async function protectTenantTable(db: Kysely<unknown>, table: string): Promise<void> {
  const name = sql.table(table)
  await sql`alter table ${name} enable row level security`.execute(db)
  await sql`alter table ${name} force row level security`.execute(db)
  await sql`
    create policy own_rows on ${name}
      using (user_id = current_setting('app.user_id', true))
      with check (user_id = current_setting('app.user_id', true))`.execute(db)
  await sql`grant select, insert, update, delete on ${name} to tend_api`.execute(db)
}
