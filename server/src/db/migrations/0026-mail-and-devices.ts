import { type Kysely, sql } from 'kysely'

/**
 * Mails that have still to leave, and the browsers that people have signed in with. Both are the web
 * app's alone: requests to the API have no right to either.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createOutbox(db)
  await createDevices(db)
}

/**
 * A row lives until its mail has left, or is of no use any more. What it says is encrypted: it holds
 * links by which accounts could be taken. `due_at` is when to try next; who claims one moves it ahead.
 */
async function createOutbox(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table mail_outbox (
      id bigint generated always as identity primary key,
      kind text not null,
      sealed bytea not null,
      attempts integer not null default 0,
      due_at timestamptz(3) not null default now(),
      expires_at timestamptz(3) not null
    )`.execute(db)
  await sql`create index mail_outbox_due on mail_outbox (due_at)`.execute(db)
}

/**
 * A browser is known by the hash of a cookie, for each person by themselves. `announced_at` is when its
 * first sign-in was told to its person; null for the first browser of all.
 */
async function createDevices(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table auth_device (
      user_id text not null references auth_user (id) on delete cascade,
      token_hash bytea not null check (length(token_hash) = 32),
      first_session_id text not null,
      announced_at timestamptz(3),
      last_used_at timestamptz(3) not null default now(),
      primary key (user_id, token_hash)
    )`.execute(db)
}
