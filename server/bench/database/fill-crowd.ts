import { type Kysely, sql } from 'kysely'
import { commonWord } from './fill-account.ts'

// biome-ignore lint/suspicious/noExplicitAny: as the owner, all tables are within reach.
type Owner = Kysely<any>

/** The number of tasks per person of the crowd: half of them are open, in three lists. */
export const tasksOfEach = 95

/** The id of a person of the crowd, from 1 on. */
export function crowdUserId(nth: number): string {
  return `crowd-${String(nth).padStart(6, '0')}`
}

/** The id of that person's session. */
export function sessionIdOf(userId: string): string {
  return `session-of-${userId}`
}

/**
 * Adds people `from` to `to` with their lists, tasks and search words, directly into the tables.
 * The caller has switched the triggers off, so what they would derive is written here, except the
 * log, which begins empty. Rows of different people are mixed on the disk, as they are when people
 * create them.
 */
export async function fillCrowd(owner: Owner, from: number, to: number): Promise<void> {
  const crowd = sql`
    select 'crowd-' || lpad(n::text, 6, '0') as id, n
    from generate_series(${from}::int, ${to}::int) n`
  await sql`
    insert into auth_user (id, name, email)
    select id, 'Person ' || n, id || '@example.com' from (${crowd}) crowd`.execute(owner)
  await sql`
    insert into change_counter (user_id, last_seq)
    select id, 1 from (${crowd}) crowd`.execute(owner)
  await sql`
    insert into list (user_id, id, name, is_inbox, position)
    select crowd.id, md5(crowd.id || '/' || nth)::uuid, case nth when 0 then 'Inbox' else 'List ' || nth end,
      nth = 0, 'a' || nth
    from (${crowd}) crowd cross join generate_series(0, 2) nth`.execute(owner)
  // UUIDs of version 7, made from the minute in which a task was created and a unique hash.
  await sql`
    with numbered as (
      select id as user_id, k, md5(id || k) as hash,
        date_trunc('second', now()) - (${tasksOfEach}::int - k) * interval '1 hour' - n * interval '1 second' as written
      from (${crowd}) crowd cross join generate_series(1, ${tasksOfEach}::int) k
    ), worded as (
      select *, 'task ' || k || ' ' || substr(hash, 1, 7) || case when k % 2 = 0 then ${` ${commonWord}`}::text else '' end as title
      from numbered
    )
    insert into task (user_id, id, list_id, position, title, search_text, priority, due_on,
        completed_at, created_at, updated_at)
      select user_id,
        (lpad(to_hex((extract(epoch from written) * 1000)::bigint), 12, '0') || '7'
          || substr(hash, 1, 3) || '8' || substr(hash, 4, 15))::uuid,
        md5(user_id || '/' || k % 3)::uuid, 'g' || lpad(k::text, 7, '0'), title, title || chr(10),
        case when k % 10 = 0 then k / 10 % 5 else 0 end,
        case when k % 3 = 0 then current_date + (k % 120 - 60) end,
        case when k % 2 = 1 then written + interval '30 seconds' end,
        written, written
      from worded order by k, user_id`.execute(owner)
  await sql`
    insert into task_word (user_id, word, task_id, weight)
      select task.user_id, words.word, task.id, max(words.weight)
      from task cross join lateral task_words(task.search_text) words
      where task.user_id >= ${crowdUserId(from)} and task.user_id <= ${crowdUserId(to)}
      group by task.user_id, words.word, task.id`.execute(owner)
}
