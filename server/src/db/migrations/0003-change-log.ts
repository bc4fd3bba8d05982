import { type Kysely, sql } from 'kysely'

const trackedTables = ['list', 'task', 'tag', 'task_tag', 'saved_view']

/**
 * The append-only log of every change. Statement-level triggers write it in the same transaction,
 * cascades included, so nothing can change without it. Each statement increments the person's
 * counter once. The lock on the counter's row makes a person's writers wait for each other, so
 * `seq` has no gaps that could be filled later.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTables(db)
  await createTriggerFunction(db)
  for (const table of trackedTables) await trackTable(db, table)
  await createInboxWithPosition(db)
  await createPruning(db)
  await createJobClaims(db)
}

async function createTables(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table change_counter (
      user_id text primary key references auth_user (id) on delete cascade,
      last_seq bigint not null,
      pruned_seq bigint not null default 0
    )`.execute(db)
  await sql`
    create table change (
      user_id text not null references auth_user (id) on delete cascade,
      seq bigint not null,
      mutation_id uuid not null,
      entity text not null,
      entity_id uuid not null,
      operation text not null check (operation in ('insert', 'update', 'delete')),
      before jsonb,
      after jsonb,
      actor text not null,
      at timestamptz(3) not null default clock_timestamp(),
      primary key (user_id, seq)
    )`.execute(db)
  // The log doesn't contain what was there before it began, so a client has to load that, as it
  // does after a clearing.
  await sql`
    insert into change_counter (user_id, last_seq, pruned_seq)
      select id, 1, 1 from auth_user`.execute(db)
  await sql`create index change_mutation on change (user_id, mutation_id, seq)`.execute(db)
  await sql`create index change_entity on change (user_id, entity_id, seq)`.execute(db)
  await sql`create index change_age on change (user_id, at)`.execute(db)
  for (const table of ['change', 'change_counter']) {
    const name = sql.table(table)
    await sql`alter table ${name} enable row level security`.execute(db)
    await sql`alter table ${name} force row level security`.execute(db)
    await sql`
      create policy own_rows on ${name}
        using (user_id = current_setting('app.user_id', true))
        with check (user_id = current_setting('app.user_id', true))`.execute(db)
    // The serving role reads the log; only the triggers write it.
    await sql`grant select on ${name} to tend_api`.execute(db)
  }
}

async function createTriggerFunction(db: Kysely<unknown>): Promise<void> {
  // A deleted person's log is deleted with them, so their last cascade isn't logged.
  await sql`
    create function append_changes(
      table_name text, op text, rows_before jsonb[], rows_after jsonb[], owners text[]
    ) returns void language sql as $$
      with row_changes as (
        select owner, before, after,
          row_number() over (partition by owner order by nth) as nth,
          count(*) over (partition by owner) as total
        from unnest(owners, rows_before, rows_after) with ordinality as r (owner, before, after, nth)
        where before is distinct from after
          and exists (select from auth_user where id = owner)
      ), bumped as (
        insert into change_counter as c (user_id, last_seq)
          select owner, count(*) from row_changes group by owner
        on conflict (user_id) do update set last_seq = c.last_seq + excluded.last_seq
        returning user_id, last_seq
      )
      insert into change (user_id, seq, mutation_id, entity, entity_id, operation, before, after, actor)
        select owner, last_seq - total + nth,
          current_setting('app.mutation_id')::uuid,
          table_name,
          coalesce(after ->> 'id', before ->> 'id', after ->> 'task_id', before ->> 'task_id')::uuid,
          op, before, after,
          coalesce(nullif(current_setting('app.actor', true), ''), 'system')
        from row_changes join bumped on bumped.user_id = owner
    $$`.execute(db)
  await sql`
    create function log_changes() returns trigger
      language plpgsql security definer
      set search_path = public, pg_temp set timezone = 'UTC' as $$
    declare
      derived text[] := '{user_id,search_text}';
      rows_before jsonb[];
      rows_after jsonb[];
      owners text[];
    begin
      if tg_op = 'INSERT' then
        select array_agg(to_jsonb(n) - derived), array_agg(null::jsonb), array_agg(n.user_id)
          into rows_after, rows_before, owners from new_rows n;
      elsif tg_op = 'DELETE' then
        select array_agg(to_jsonb(o) - derived), array_agg(null::jsonb), array_agg(o.user_id)
          into rows_before, rows_after, owners from old_rows o;
      else
        -- Grouped, not joined: a plan made for one row is kept, and a nested loop over a thousand rows
        -- of either side would take seconds.
        select array_agg(before), array_agg(after), array_agg(user_id)
          into rows_before, rows_after, owners
          from (
            select user_id, (array_agg(image) filter (where not is_new))[1] as before,
              (array_agg(image) filter (where is_new))[1] as after
            from (
              select user_id, id, to_jsonb(o) - derived as image, false as is_new from old_rows o
              union all select user_id, id, to_jsonb(n) - derived, true from new_rows n
            ) images
            group by user_id, id
          ) pairs;
      end if;
      if owners is not null then
        -- Who names no mutation makes one all the same: a whole transaction's changes belong together.
        if coalesce(current_setting('app.mutation_id', true), '') = '' then
          perform set_config('app.mutation_id', gen_random_uuid()::text, true);
        end if;
        perform append_changes(tg_table_name, lower(tg_op), rows_before, rows_after, owners);
      end if;
      return null;
    end $$`.execute(db)
  await sql`revoke execute on function append_changes, log_changes from public`.execute(db)
}

async function trackTable(db: Kysely<unknown>, table: string): Promise<void> {
  const name = sql.table(table)
  await sql`
    create trigger log_insert after insert on ${name}
      referencing new table as new_rows
      for each statement execute function log_changes()`.execute(db)
  await sql`
    create trigger log_delete after delete on ${name}
      referencing old table as old_rows
      for each statement execute function log_changes()`.execute(db)
  // A tag is only added to a task or removed from it, so there are no updates.
  if (table === 'task_tag') return sql`revoke update on task_tag from tend_api`.execute(db).then()
  await sql`
    create trigger log_update after update on ${name}
      referencing old table as old_rows new table as new_rows
      for each statement execute function log_changes()`.execute(db)
}

async function createInboxWithPosition(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function create_inbox() returns trigger language plpgsql as $$
    declare
      before text := current_setting('app.user_id', true);
    begin
      perform set_config('app.user_id', new.id, true);
      insert into list (user_id, name, is_inbox, position) values (new.id, 'Inbox', true, 'a0');
      perform set_config('app.user_id', coalesce(before, ''), true);
      return null;
    end $$`.execute(db)
}

/**
 * The serving role can't delete from the log. It may call this function to clear old entries of its
 * own person. The age is fixed here, so that no caller can clear newer entries.
 */
async function createPruning(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function prune_changes(most integer) returns integer
      language sql security definer set search_path = public, pg_temp as $$
      with old as (
        delete from change where user_id = current_setting('app.user_id') and seq in (
          select seq from change
            where user_id = current_setting('app.user_id')
              and at < clock_timestamp() - interval '90 days'
            order by seq limit most)
        returning seq
      ), moved as (
        update change_counter set pruned_seq = greatest(pruned_seq, (select max(seq) from old))
          where user_id = current_setting('app.user_id') and exists (select from old)
      )
      select count(*)::integer from old
    $$`.execute(db)
  await sql`revoke execute on function prune_changes from public`.execute(db)
  await sql`grant execute on function prune_changes to tend_api`.execute(db)
}

/**
 * When each background job last began; the process that updates the time runs the job. Only the
 * owner has access.
 */
async function createJobClaims(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table job_claim (
      job text primary key,
      begun_at timestamptz(3) not null
    )`.execute(db)
}
