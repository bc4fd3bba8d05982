import { type Kysely, sql } from 'kysely'

/**
 * How often something was tried lately, for all processes of the web app. A row is a bucket that
 * refills; `full_at` is when it will be full again, and the row of a full one says nothing. This
 * replaces Better Auth's own counters, which started again for every path and every invented
 * address.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop table auth_rate_limit`.execute(db)
  await sql`
    create table attempt_limit (
      key text primary key,
      full_at timestamptz(3) not null
    )`.execute(db)
  await sql`create index attempt_limit_full_at on attempt_limit (full_at)`.execute(db)
}
