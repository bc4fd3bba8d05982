import { type Kysely, sql } from 'kysely'

/**
 * Mails that haven't been sent, and the browsers that people have signed in with. Only the web app
 * has access: requests to the API have no right to either.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createOutbox(db)
  await createDevices(db)
}

/**
 * A row exists until its mail has been sent or has become useless. Its content is encrypted,
 * because it contains links that could be used to take over accounts. `due_at` is when to try next;
 * a process that claims a mail postpones it.
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
 * A browser is recognised by the hash of a cookie, separately for each person. `announced_at` is
 * when its person was notified of its first sign-in; null for a person's first browser.
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
