import { type Kysely, sql } from 'kysely'
import { protectTenantTable } from './tenant-table.ts'

/**
 * The serving role, Better Auth's tables in our snake_case, lists and tasks, and the rules that
 * apply from the first table on: keys that begin with the user, and policies that apply even to the
 * owner.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createServingRole(db)
  await createAuthTables(db)
  await createTenantTables(db)
  await createInboxTrigger(db)
}

async function createServingRole(db: Kysely<unknown>): Promise<void> {
  // Roles belong to the whole server, so another database's migration may create it at the same
  // moment.
  await sql`
    do $$
    begin
      if not exists (select from pg_roles where rolname = 'tend_api') then
        create role tend_api nologin noinherit;
      end if;
    exception when duplicate_object or unique_violation then null;
    end $$`.execute(db)
  // The serving user must be allowed to switch to the role; since PostgreSQL 16, having created the
  // role isn't enough.
  await sql`
    do $$
    declare
      privilege text := case when current_setting('server_version_num')::int >= 160000
        then 'SET' else 'MEMBER' end;
    begin
      if not pg_has_role(current_user, 'tend_api', privilege) then
        grant tend_api to current_user;
      end if;
    end $$`.execute(db)
  await sql`grant usage on schema public to tend_api`.execute(db)
}

async function createAuthTables(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table auth_user (
      id text primary key,
      name text not null,
      email text not null unique,
      email_verified boolean not null default false,
      image text,
      time_zone text not null default 'UTC',
      created_at timestamptz(3) not null default now(),
      updated_at timestamptz(3) not null default now()
    )`.execute(db)
  await sql`
    create table auth_session (
      id text primary key,
      user_id text not null references auth_user (id) on delete cascade,
      token text not null unique,
      expires_at timestamptz(3) not null,
      ip_address text,
      user_agent text,
      created_at timestamptz(3) not null default now(),
      updated_at timestamptz(3) not null default now()
    )`.execute(db)
  await sql`create index auth_session_user on auth_session (user_id)`.execute(db)
  await sql`
    create table auth_account (
      id text primary key,
      user_id text not null references auth_user (id) on delete cascade,
      account_id text not null,
      provider_id text not null,
      access_token text,
      refresh_token text,
      id_token text,
      access_token_expires_at timestamptz(3),
      refresh_token_expires_at timestamptz(3),
      scope text,
      password text,
      created_at timestamptz(3) not null default now(),
      updated_at timestamptz(3) not null default now(),
      unique (provider_id, account_id)
    )`.execute(db)
  await sql`create index auth_account_user on auth_account (user_id)`.execute(db)
  await sql`
    create table auth_verification (
      id text primary key,
      identifier text not null,
      value text not null,
      expires_at timestamptz(3) not null,
      created_at timestamptz(3) not null default now(),
      updated_at timestamptz(3) not null default now()
    )`.execute(db)
  await sql`create index auth_verification_identifier on auth_verification (identifier)`.execute(db)
  await sql`
    create table auth_rate_limit (
      id text primary key,
      key text not null unique,
      count integer not null,
      last_request bigint not null
    )`.execute(db)

  // A person's request may read its own profile, and nothing else in these tables.
  await sql`alter table auth_user enable row level security`.execute(db)
  await sql`
    create policy own_row on auth_user for select to tend_api
      using (id = current_setting('app.user_id', true))`.execute(db)
  await sql`
    grant select (id, name, email, image, time_zone, created_at) on auth_user to tend_api`.execute(
    db,
  )
}

async function createTenantTables(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table list (
      user_id text not null default nullif(current_setting('app.user_id', true), '')
        references auth_user (id) on delete cascade,
      id uuid not null default gen_random_uuid(),
      name text not null,
      is_inbox boolean not null default false,
      created_at timestamptz(3) not null default now(),
      updated_at timestamptz(3) not null default now(),
      primary key (user_id, id)
    )`.execute(db)
  await sql`create unique index list_one_inbox on list (user_id) where is_inbox`.execute(db)
  await sql`create index list_newest on list (user_id, created_at desc, id desc)`.execute(db)
  await sql`
    create table task (
      user_id text not null default nullif(current_setting('app.user_id', true), '')
        references auth_user (id) on delete cascade,
      id uuid not null,
      list_id uuid not null,
      title text not null,
      description text,
      completed_at timestamptz(3),
      created_at timestamptz(3) not null default now(),
      updated_at timestamptz(3) not null default now(),
      deleted_at timestamptz(3),
      primary key (user_id, id),
      constraint task_list foreign key (user_id, list_id) references list (user_id, id)
        on delete cascade
    )`.execute(db)
  await sql`
    create index task_newest on task (user_id, created_at desc, id desc)
      where deleted_at is null`.execute(db)
  await sql`
    create index task_open_newest on task (user_id, created_at desc, id desc)
      where deleted_at is null and completed_at is null`.execute(db)
  await sql`create index task_list_newest on task (user_id, list_id, created_at desc, id desc)`.execute(
    db,
  )
  for (const table of ['list', 'task']) await protectTenantTable(db, table)
}

async function createInboxTrigger(db: Kysely<unknown>): Promise<void> {
  // This happens in the database, because a sign-up that fails halfway must not leave a person
  // without an inbox.
  await sql`
    create function create_inbox() returns trigger language plpgsql as $$
    declare
      before text := current_setting('app.user_id', true);
    begin
      perform set_config('app.user_id', new.id, true);
      insert into list (user_id, name, is_inbox) values (new.id, 'Inbox', true);
      perform set_config('app.user_id', coalesce(before, ''), true);
      return null;
    end $$`.execute(db)
  await sql`
    create trigger create_inbox after insert on auth_user
      for each row execute function create_inbox()`.execute(db)
}
