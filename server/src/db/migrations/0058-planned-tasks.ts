import { type Kysely, sql } from 'kysely'

/**
 * The day a task is planned for: its start, else its due day. The database makes it, so that no write can
 * forget it; the log leaves it out, as it follows from the rest. Today and Upcoming read by the first index,
 * whose rows are only those with a day; what hasn't begun is counted by the second, which is small because few
 * tasks have a start.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table task add column planned_on date
      generated always as (coalesce(start_on, due_on)) stored`.execute(db)
  await sql`
    create index task_planned on task (user_id, planned_on, due_at, id)
      where planned_on is not null and deleted_at is null and completed_at is null`.execute(db)
  await sql`
    create index task_start on task (user_id, start_on, list_id)
      where start_on is not null and deleted_at is null and completed_at is null`.execute(db)
  await leaveOutOfLog(db)
}

/** As before but for one more of the columns that follow from the others. */
async function leaveOutOfLog(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function log_changes() returns trigger
      language plpgsql security definer
      set search_path = public, pg_temp set timezone = 'UTC' as $$
    declare
      derived text[] := '{user_id,search_text,planned_on}';
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
}
