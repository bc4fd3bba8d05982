import { type Kysely, sql } from 'kysely'
import { protectTenantTable } from './tenant-table.ts'

/**
 * The whole model: lists with an order, tasks with all their fields, tags, saved views, the words
 * that search reads, and the keys that make retries safe.
 *
 * Positions are fractional keys compared byte by byte (`collate "C"`). Their constraints are
 * checked at the end of a statement, so that one statement may give new positions to all siblings.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await extendLists(db)
  await extendTasks(db)
  await createTags(db)
  await createSavedViews(db)
  await createSearchWords(db)
  await createIdempotencyKeys(db)
  await sql`
    grant update (time_zone) on auth_user to tend_api`.execute(db)
  await sql`
    create policy own_row_update on auth_user for update to tend_api
      using (id = current_setting('app.user_id', true))
      with check (id = current_setting('app.user_id', true))`.execute(db)
}

async function extendLists(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table list
      add column color text,
      add column icon text,
      add column position text collate "C" not null default 'a0',
      add column archived_at timestamptz(3),
      add column deleted_at timestamptz(3),
      add constraint list_position unique (user_id, position) deferrable initially immediate,
      add constraint list_inbox_stays check (not is_inbox or (archived_at is null and deleted_at is null))`.execute(
    db,
  )
  await sql`alter table list alter column position drop default`.execute(db)
  await sql`drop index list_newest`.execute(db)
}

async function extendTasks(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table task
      add column parent_id uuid,
      add column position text collate "C" not null,
      add column priority smallint not null default 0 check (priority between 0 and 4),
      add column start_on date,
      add column due_on date,
      add column due_time text,
      add column due_time_zone text,
      add column due_at timestamptz(3),
      add column recurrence_rule text,
      add column recurrence_basis text check (recurrence_basis in ('SCHEDULE', 'COMPLETION')),
      add column recurrence_start date,
      add column recurrence_on date,
      add column repeats_task_id uuid,
      add column trashed_with uuid,
      add column search_text text not null default '',
      add constraint task_due_time_whole check (
        (due_time is null) = (due_time_zone is null) and (due_time is null) = (due_at is null)
        and (due_time is null or due_on is not null)),
      add constraint task_recurrence_whole check (
        (recurrence_rule is null) = (recurrence_basis is null)
        and (recurrence_rule is null) = (recurrence_start is null)
        and (recurrence_rule is null) = (recurrence_on is null)
        and (recurrence_rule is null or due_on is not null)),
      add constraint task_own_parent check (parent_id <> id),
      add constraint task_list_id unique (user_id, list_id, id),
      add constraint task_parent foreign key (user_id, list_id, parent_id)
        references task (user_id, list_id, id) on update cascade on delete cascade
        deferrable initially deferred,
      add constraint task_repeats foreign key (user_id, repeats_task_id)
        references task (user_id, id) on delete set null (repeats_task_id),
      add constraint task_position unique nulls not distinct (user_id, list_id, parent_id, position)
        deferrable initially immediate`.execute(db)
  await sql`
    create index task_children on task (user_id, parent_id, position) where parent_id is not null`.execute(
    db,
  )
  await sql`
    create unique index task_one_repeat on task (user_id, repeats_task_id)
      where repeats_task_id is not null`.execute(db)
  await sql`
    create index task_due on task (user_id, due_on, due_at, id)
      where deleted_at is null and completed_at is null`.execute(db)
  await sql`
    create index task_open_manual on task (user_id, list_id, position, id)
      where deleted_at is null and completed_at is null`.execute(db)
  await sql`
    create index task_open_priority on task (user_id, priority, id)
      where deleted_at is null and completed_at is null`.execute(db)
  await sql`
    create index task_completed_newest on task (user_id, created_at desc, id desc)
      where completed_at is not null and deleted_at is null`.execute(db)
  await sql`
    create index task_completed on task (user_id, completed_at desc, id desc)
      where completed_at is not null and deleted_at is null`.execute(db)
  await sql`
    create index task_trash on task (user_id, deleted_at, id) where deleted_at is not null`.execute(
    db,
  )
}

async function createTags(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table tag (
      user_id text not null default nullif(current_setting('app.user_id', true), '')
        references auth_user (id) on delete cascade,
      id uuid not null,
      name text not null,
      name_key text not null,
      color text,
      created_at timestamptz(3) not null default now(),
      updated_at timestamptz(3) not null default now(),
      primary key (user_id, id),
      constraint tag_name unique (user_id, name_key)
    )`.execute(db)
  await sql`
    create table task_tag (
      user_id text not null default nullif(current_setting('app.user_id', true), '')
        references auth_user (id) on delete cascade,
      task_id uuid not null,
      tag_id uuid not null,
      primary key (user_id, task_id, tag_id),
      constraint task_tag_task foreign key (user_id, task_id) references task (user_id, id)
        on delete cascade,
      constraint task_tag_tag foreign key (user_id, tag_id) references tag (user_id, id)
        on delete cascade
    )`.execute(db)
  await sql`create index task_tag_by_tag on task_tag (user_id, tag_id, task_id)`.execute(db)
  await protectTenantTable(db, 'tag')
  await protectTenantTable(db, 'task_tag')
}

async function createSavedViews(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table saved_view (
      user_id text not null default nullif(current_setting('app.user_id', true), '')
        references auth_user (id) on delete cascade,
      id uuid not null,
      name text not null,
      icon text,
      filter jsonb not null,
      order_by jsonb not null,
      group_by text,
      position text collate "C" not null,
      created_at timestamptz(3) not null default now(),
      updated_at timestamptz(3) not null default now(),
      primary key (user_id, id),
      constraint saved_view_position unique (user_id, position) deferrable initially immediate
    )`.execute(db)
  await protectTenantTable(db, 'saved_view')
}

/**
 * Full-text search under row-level security: the text-search and array operators aren't leakproof,
 * so PostgreSQL can't use their indexes before it has applied the policy. Comparing text is
 * leakproof. So each word of a task is a row, found by a plain B-tree that begins with the user.
 * Its order is that of the results: a word in titles before one in descriptions, the newest ids
 * first.
 *
 * `user_id` refers to the person through the task alone, because a check for each word would only
 * cost time.
 */
async function createSearchWords(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table task_word (
      user_id text not null default nullif(current_setting('app.user_id', true), ''),
      word text collate "C" not null,
      task_id uuid not null,
      weight smallint not null,
      primary key (user_id, task_id, word),
      constraint task_word_task foreign key (user_id, task_id) references task (user_id, id)
        on delete cascade
    )`.execute(db)
  await sql`
    create index task_word_best on task_word (user_id, word, weight desc, task_id desc)`.execute(db)
  await protectTenantTable(db, 'task_word')
  // search_text contains the normalised words: those of the title, a line break, those of the
  // description.
  await sql`
    create function index_task_words() returns trigger language plpgsql as $$
    declare
      owners text[];
      ids uuid[];
      texts text[];
    begin
      if tg_op = 'UPDATE' then
        -- Grouped, not joined: a plan made for one row is kept, and a nested loop over a thousand
        -- rows of either side would take seconds.
        select array_agg(user_id), array_agg(id), array_agg(new_text) into owners, ids, texts
          from (
            select user_id, id, max(search_text) filter (where is_new) as new_text
            from (
              select user_id, id, search_text, false as is_new from old_rows
              union all select user_id, id, search_text, true from new_rows
            ) rows
            group by user_id, id
            having max(search_text) filter (where is_new)
              <> max(search_text) filter (where not is_new)
          ) changed;
        if ids is null then return null; end if;
        delete from task_word w using unnest(owners, ids) as changed (user_id, id)
          where w.user_id = changed.user_id and w.task_id = changed.id;
        insert into task_word (user_id, word, task_id, weight)
          select n.user_id, w.word, n.id, max(w.weight)
          from unnest(owners, ids, texts) as n (user_id, id, search_text)
          cross join lateral task_words(n.search_text) w
          group by n.user_id, w.word, n.id;
      else
        insert into task_word (user_id, word, task_id, weight)
          select n.user_id, w.word, n.id, max(w.weight)
          from new_rows n cross join lateral task_words(n.search_text) w
          group by n.user_id, w.word, n.id;
      end if;
      return null;
    end $$`.execute(db)
  await sql`
    create function task_words(search_text text)
      returns table (word text, weight smallint) language sql immutable as $$
      select word, (case line when 1 then 2 else 1 end)::smallint
      from unnest(string_to_array(search_text, chr(10))) with ordinality as lines (text, line)
      cross join lateral unnest(string_to_array(text, ' ')) as words (word)
      where word <> ''
    $$`.execute(db)
  await sql`
    create trigger index_task_words_insert after insert on task
      referencing new table as new_rows
      for each statement execute function index_task_words()`.execute(db)
  await sql`
    create trigger index_task_words_update after update on task
      referencing old table as old_rows new table as new_rows
      for each statement execute function index_task_words()`.execute(db)
}

async function createIdempotencyKeys(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table idempotency_key (
      user_id text not null default nullif(current_setting('app.user_id', true), '')
        references auth_user (id) on delete cascade,
      key text not null,
      fingerprint text not null,
      result jsonb,
      created_at timestamptz(3) not null default now(),
      primary key (user_id, key)
    )`.execute(db)
  await sql`create index idempotency_key_age on idempotency_key (user_id, created_at)`.execute(db)
  await protectTenantTable(db, 'idempotency_key')
}
