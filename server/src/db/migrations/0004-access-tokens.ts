import { type Kysely, sql } from 'kysely'

/**
 * Personal access tokens, and the sessions as their people see them: which there are, where, and
 * when each was last used. Of a token, only the SHA-256 is stored, which not even the serving role
 * can read back.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createAccessTokens(db)
  await openSessions(db)
}

async function createAccessTokens(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table access_token (
      user_id text not null default nullif(current_setting('app.user_id', true), '')
        references auth_user (id) on delete cascade,
      id uuid not null,
      name text not null,
      scopes text[] not null
        check (cardinality(scopes) > 0 and scopes <@ '{tasks:read,tasks:write,account:read}'),
      token_hash bytea not null check (length(token_hash) = 32),
      expires_at timestamptz(3),
      last_used_at timestamptz(3),
      revoked_at timestamptz(3),
      created_at timestamptz(3) not null default now(),
      primary key (user_id, id)
    )`.execute(db)
  // Authentication knows a token's hash before it knows whose token it is.
  await sql`create unique index access_token_hash on access_token (token_hash)`.execute(db)
  await sql`alter table access_token enable row level security`.execute(db)
  await sql`alter table access_token force row level security`.execute(db)
  await sql`
    create policy own_rows on access_token
      using (user_id = current_setting('app.user_id', true))
      with check (user_id = current_setting('app.user_id', true))`.execute(db)
  await sql`create policy door on access_token for select to current_user using (true)`.execute(db)
  await sql`
    grant select (user_id, id, name, scopes, expires_at, last_used_at, revoked_at, created_at),
      insert, update (last_used_at, revoked_at), delete
      on access_token to tend_api`.execute(db)
}

/** Better Auth's own columns of this table stay as they are, and no policy applies to its owner. */
async function openSessions(db: Kysely<unknown>): Promise<void> {
  await sql`alter table auth_session add column last_used_at timestamptz(3)`.execute(db)
  await sql`update auth_session set last_used_at = updated_at`.execute(db)
  await sql`
    alter table auth_session
      alter column last_used_at set default now(),
      alter column last_used_at set not null`.execute(db)
  await sql`alter table auth_session enable row level security`.execute(db)
  await sql`
    create policy own_rows on auth_session to tend_api
      using (user_id = current_setting('app.user_id', true))
      with check (user_id = current_setting('app.user_id', true))`.execute(db)
  await sql`
    grant select (user_id, id, user_agent, ip_address, created_at, last_used_at, expires_at),
      update (last_used_at), delete
      on auth_session to tend_api`.execute(db)
}
