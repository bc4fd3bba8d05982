import { type Kysely, sql } from 'kysely'
import { protectTenantTable } from './tenant-table.ts'

/**
 * Addresses at which calendar apps read a person's tasks. Of the secret in an address, only the SHA-256 is
 * stored, which not even the serving role can read back. A view has no foreign key here: deleting one can be
 * undone, and then its address has to work again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table feed (
      user_id text not null default nullif(current_setting('app.user_id', true), '')
        references auth_user (id) on delete cascade,
      id uuid not null,
      name text not null,
      view_id uuid,
      secret_hash bytea not null check (length(secret_hash) = 32),
      last_read_at timestamptz(3),
      revoked_at timestamptz(3),
      created_at timestamptz(3) not null default now(),
      primary key (user_id, id)
    )`.execute(db)
  // A calendar app names no person, only the secret.
  await sql`create unique index feed_secret_hash on feed (secret_hash)`.execute(db)
  await protectTenantTable(db, 'feed')
  await sql`create policy door on feed for select to current_user using (true)`.execute(db)
  await sql`revoke select, update on feed from tend_api`.execute(db)
  await sql`
    grant select (user_id, id, name, view_id, last_read_at, revoked_at, created_at),
      update (last_read_at, revoked_at)
      on feed to tend_api`.execute(db)
}
