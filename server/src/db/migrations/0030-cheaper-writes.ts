import { type Kysely, sql } from 'kysely'

/** The log and the words as before, with fewer and simpler statements whose plans are kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await logWithKeptPlans(db)
  await findOldEntriesByOrder(db)
  await indexChangedWords(db)
  // A new version of a row stays on its page then, and no index that has its values needs an entry.
  await sql`alter table task set (fillfactor = 90)`.execute(db)
}

/**
 * `append_changes` was written in SQL, which PostgreSQL before version 18 parses and plans at each call; the
 * plans of PL/pgSQL are kept. Nearly always all rows belong to one person, so each person's rows are
 * written by themselves, without windows.
 */
async function logWithKeptPlans(db: Kysely<unknown>): Promise<void> {
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
        insert into change (user_id, seq, mutation_id, entity, entity_id, operation, before, after, actor)
          select person, last - total + row_number() over (order by nth),
            current_setting('app.mutation_id')::uuid,
            table_name,
            coalesce(after ->> 'id', before ->> 'id', after ->> 'task_id', before ->> 'task_id')::uuid,
            op, before, after,
            coalesce(nullif(current_setting('app.actor', true), ''), 'system')
          from unnest(owners, rows_before, rows_after) with ordinality as r (owner, before, after, nth)
          where owner = person and before is distinct from after;
      end loop;
    end $$`.execute(db)
}

/**
 * A person's entries are written one after the other, so the oldest are the first. Each entry had a place in
 * an index by its time, for this alone.
 */
async function findOldEntriesByOrder(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function prune_changes(most integer) returns integer
      language sql security definer set search_path = public, pg_temp as $$
      with old as (
        delete from change where user_id = current_setting('app.user_id') and seq in (
          select seq from (
            select seq, at from change
              where user_id = current_setting('app.user_id')
              order by seq limit most
          ) first
          where at < clock_timestamp() - interval '90 days')
        returning seq
      ), moved as (
        update change_counter set pruned_seq = greatest(pruned_seq, (select max(seq) from old))
          where user_id = current_setting('app.user_id') and exists (select from old)
      )
      select count(*)::integer from old
    $$`.execute(db)
  await sql`drop index change_age`.execute(db)
}

/**
 * A changed task had all its words deleted and inserted again. Now only the words that differ are, so
 * that typing into a long note costs what was typed.
 */
async function indexChangedWords(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function index_task_words() returns trigger language plpgsql as $$
    declare
      owners text[];
      ids uuid[];
      old_texts text[];
      new_texts text[];
    begin
      if tg_op = 'UPDATE' then
        -- Grouped, not joined: a plan made for one row is kept, and a nested loop over a thousand
        -- rows of either side would take seconds.
        select array_agg(user_id), array_agg(id), array_agg(old_text), array_agg(new_text)
          into owners, ids, old_texts, new_texts
          from (
            select user_id, id,
              max(search_text) filter (where not is_new) as old_text,
              max(search_text) filter (where is_new) as new_text
            from (
              select user_id, id, search_text, false as is_new from old_rows
              union all select user_id, id, search_text, true from new_rows
            ) rows
            group by user_id, id
          ) pairs
          where old_text <> new_text;
        if ids is null then return null; end if;
        delete from task_word w
          using unnest(owners, ids, old_texts, new_texts) as changed (user_id, id, old_text, new_text)
          cross join lateral (
            select word, max(weight) from task_words(changed.old_text) group by word
            except select word, max(weight) from task_words(changed.new_text) group by word
          ) gone
          where w.user_id = changed.user_id and w.task_id = changed.id and w.word = gone.word;
        insert into task_word (user_id, word, task_id, weight)
          select changed.user_id, fresh.word, changed.id, fresh.weight
          from unnest(owners, ids, old_texts, new_texts) as changed (user_id, id, old_text, new_text)
          cross join lateral (
            select word, max(weight) as weight from task_words(changed.new_text) group by word
            except select word, max(weight) from task_words(changed.old_text) group by word
          ) fresh;
      else
        insert into task_word (user_id, word, task_id, weight)
          select n.user_id, w.word, n.id, max(w.weight)
          from new_rows n cross join lateral task_words(n.search_text) w
          group by n.user_id, w.word, n.id;
      end if;
      return null;
    end $$`.execute(db)
  // How many an array holds is unknown until a statement runs, so it would be planned again each time.
  await sql`
    alter function index_task_words() set plan_cache_mode = force_generic_plan`.execute(db)
}
