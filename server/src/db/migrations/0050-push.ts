import { type Kysely, sql } from 'kysely'
import { protectTenantTable } from './tenant-table.ts'

/** The browsers that get notifications, and the key by which push services know this installation. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createSubscriptions(db)
  await createKey(db)
}

/** A subscription ends with its session: who is signed out somewhere must not be notified there. */
async function createSubscriptions(db: Kysely<unknown>): Promise<void> {
  await sql`create unique index auth_session_person on auth_session (user_id, id)`.execute(db)
  await sql`
    create table push_subscription (
      user_id text not null default nullif(current_setting('app.user_id', true), '')
        references auth_user (id) on delete cascade,
      id uuid not null,
      session_id text not null,
      endpoint text not null check (length(endpoint) <= 2000),
      p256dh bytea not null check (length(p256dh) = 65),
      auth bytea not null check (length(auth) = 16),
      ended_at timestamptz(3),
      created_at timestamptz(3) not null default now(),
      primary key (user_id, id),
      unique (user_id, endpoint),
      foreign key (user_id, session_id) references auth_session (user_id, id) on delete cascade
    )`.execute(db)
  await sql`create index push_subscription_session on push_subscription (user_id, session_id)`.execute(
    db,
  )
  await protectTenantTable(db, 'push_subscription')
}

/**
 * One row for the installation (RFC 8292). Subscriptions are made for this key and end with it, so it lives
 * where they do and is restored with them. Requests have no right to it.
 */
async function createKey(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table push_key (
      only_one boolean primary key default true check (only_one),
      public_key bytea not null check (length(public_key) = 65),
      private_key bytea not null check (length(private_key) = 32),
      created_at timestamptz(3) not null default now()
    )`.execute(db)
}
