import { type Kysely, sql } from 'kysely'

/**
 * Says of each entry of the log whether its transaction deleted from the trash for good, which no undo or redo
 * may bring back. A deletion that undo makes looks the same otherwise, and can be undone.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table change add column for_good boolean not null default false`.execute(db)
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
      end loop;
    end $$`.execute(db)
}
