import { type Kysely, sql } from 'kysely'
import { protectTenantTable } from './tenant-table.ts'

/** Answers kept for mutations whose id the client chose. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table mutation_receipt (
      user_id text not null default nullif(current_setting('app.user_id', true), '')
        references auth_user (id) on delete cascade,
      mutation_id uuid not null,
      fingerprint text not null,
      result jsonb,
      created_at timestamptz(3) not null default now(),
      primary key (user_id, mutation_id)
    )`.execute(db)
  await sql`create index mutation_receipt_age on mutation_receipt (user_id, created_at)`.execute(db)
  await protectTenantTable(db, 'mutation_receipt')
}
