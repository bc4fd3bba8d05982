import { type Kysely, sql } from 'kysely'

/**
 * What people have used of their budgets, for all API processes. The table is unlogged, because it
 * is written every second and isn't needed after a crash.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create unlogged table spending (
      user_id text primary key references auth_user (id) on delete cascade,
      level double precision not null,
      at timestamptz not null
    )`.execute(db)
}
