import { type Kysely, sql } from 'kysely'
import { protectTenantTable } from './tenant-table.ts'

/**
 * Webhooks, what was tried to send to them, and how they learn of news: each has one row in the table of
 * deliveries, which whoever writes the log marks. `docs/decisions/0117-webhooks-follow-the-log.md` says how it works.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createWebhooks(db)
  await createAttempts(db)
  await markDeliveries(db)
}

/** Everything up to `after_seq` of the person's log was sent. Secrets are encrypted by the API. */
async function createWebhooks(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table webhook (
      user_id text not null default nullif(current_setting('app.user_id', true), '')
        references auth_user (id) on delete cascade,
      id uuid not null,
      url text not null check (length(url) <= 2000),
      description text not null,
      entities text[],
      operations text[],
      secret bytea not null,
      previous_secret bytea,
      previous_until timestamptz(3),
      after_seq bigint not null,
      stop_reason text check (stop_reason in ('by owner', 'gone', 'failing', 'secret lost')),
      stopped_at timestamptz(3),
      failures integer not null default 0,
      failing_since timestamptz(3),
      last_success_at timestamptz(3),
      last_failure_at timestamptz(3),
      last_failure text,
      revoked_at timestamptz(3),
      created_at timestamptz(3) not null default now(),
      check ((stop_reason is null) = (stopped_at is null)),
      primary key (user_id, id)
    )`.execute(db)
  await protectTenantTable(db, 'webhook')
}

async function createAttempts(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table webhook_attempt (
      user_id text not null default nullif(current_setting('app.user_id', true), '')
        references auth_user (id) on delete cascade,
      webhook_id uuid not null,
      id uuid not null,
      event_id text not null,
      after_seq bigint not null,
      is_test boolean not null,
      by_hand boolean not null,
      at timestamptz(3) not null default clock_timestamp(),
      duration_ms integer not null,
      status integer,
      problem text,
      answer text,
      primary key (user_id, webhook_id, id),
      foreign key (user_id, webhook_id) references webhook (user_id, id) on delete cascade
    )`.execute(db)
  await sql`create index webhook_attempt_age on webhook_attempt (user_id, at)`.execute(db)
  await protectTenantTable(db, 'webhook_attempt')
}

/**
 * Whoever appends to the log marks the rows of its person's webhooks with how far it reaches now, in the same
 * transaction: a row that is resting is due then. One that is taken up, or waits after a failure, keeps its time;
 * who has taken it up sees by the mark that there is more.
 */
async function markDeliveries(db: Kysely<unknown>): Promise<void> {
  await sql`alter table delivery drop constraint delivery_state_check`.execute(db)
  await sql`
    alter table delivery add constraint delivery_state_check
      check (state in ('waiting', 'resting', 'done', 'given up'))`.execute(db)
  await sql`
    create or replace function append_changes(
      table_name text, op text, rows_before jsonb[], rows_after jsonb[], owners text[]
    ) returns void language plpgsql as $$
    declare
      person text;
      last bigint;
      total bigint;
    begin
      foreach person in array (select array_agg(distinct o) from unnest(owners) o) loop
        -- A person who is being deleted takes the log along, so their last cascade is not logged.
        continue when not exists (select from auth_user where id = person);
        select count(*) into total from unnest(owners, rows_before, rows_after) as r (owner, before, after)
          where owner = person and before is distinct from after;
        continue when total = 0;
        insert into change_counter as c (user_id, last_seq) values (person, total)
          on conflict (user_id) do update set last_seq = c.last_seq + excluded.last_seq
          returning last_seq into last;
        insert into change (
            user_id, seq, mutation_id, entity, entity_id, operation, before, after, actor, for_good)
          select person, last - total + row_number() over (order by nth),
            current_setting('app.mutation_id')::uuid,
            table_name,
            coalesce(after ->> 'id', before ->> 'id', after ->> 'task_id', before ->> 'task_id')::uuid,
            op, before, after,
            coalesce(nullif(current_setting('app.actor', true), ''), 'system'),
            -- After its transaction the setting is an empty text.
            coalesce(current_setting('app.for_good', true), '') = 'on'
          from unnest(owners, rows_before, rows_after) with ordinality as r (owner, before, after, nth)
          where owner = person and before is distinct from after;
        update delivery set
            detail = jsonb_build_object('seq', last),
            next_at = case when state = 'resting' then clock_timestamp() else next_at end,
            state = 'waiting'
          where user_id = person and kind = 'webhook' and state in ('waiting', 'resting');
      end loop;
    end $$`.execute(db)
}
