import { type Kysely, sql, type Transaction } from 'kysely'

// biome-ignore lint/suspicious/noExplicitAny: as the owner, all tables are within reach.
type Owner = Kysely<any>

export type FillOptions = {
  tasks: number
  /** Called after each part with the number of tasks so far. */
  onProgress?: (tasks: number) => void
}

/** In every other task. */
export const commonWord = 'common'
/** In two tasks of each account. */
export const rareWord = 'rareword'

const partSize = 5_000
const lists = 10
const tags = 5

/**
 * Gives a person so many tasks directly by SQL. The usual triggers run, so that log and search
 * words are as if the tasks had been created one by one. Half of them are completed, every 50th is
 * in the trash, every third has a due day around today; they are in 11 lists, and some have a
 * description or a tag.
 */
export async function fillAccount(
  owner: Owner,
  userId: string,
  { tasks, onProgress }: FillOptions,
): Promise<void> {
  await asPerson(owner, userId, createListsAndTags)
  for (let from = 1; from <= tasks; from += partSize) {
    const to = Math.min(from + partSize - 1, tasks)
    await asPerson(owner, userId, (trx) => insertTasks(trx, { userId, from, to, total: tasks }))
    onProgress?.(to)
  }
}

/** The policies apply to the owner too, and the columns' defaults take the person's id. */
async function asPerson(
  owner: Owner,
  userId: string,
  work: (trx: Transaction<unknown>) => Promise<void>,
): Promise<void> {
  await owner.transaction().execute(async (trx) => {
    await sql`select set_config('app.user_id', ${userId}, true)`.execute(trx)
    await work(trx)
  })
}

async function createListsAndTags(trx: Transaction<unknown>): Promise<void> {
  await sql`
    insert into list (id, name, position)
      select gen_random_uuid(), 'List ' || n, 'b' || lpad(n::text, 2, '0') from generate_series(1, ${lists}::int) n`.execute(
    trx,
  )
  await sql`
    insert into tag (id, name, name_key)
      select gen_random_uuid(), 'tag ' || n, 'tag ' || n from generate_series(1, ${tags}::int) n`.execute(
    trx,
  )
}

async function insertTasks(
  trx: Transaction<unknown>,
  { userId, from, to, total }: { userId: string; from: number; to: number; total: number },
): Promise<void> {
  // UUIDs of version 7, made from the hour in which a task was created and a unique hash.
  await sql`
    with numbered as (
      select n, now() - (${total}::int - n) * interval '1 minute' as written,
        md5(${userId}::text || n) as hash
      from generate_series(${from}::int, ${to}::int) n
    ), worded as (
      select *,
        'task ' || n || case when n % 2 = 0 then ${` ${commonWord}`}::text else '' end
          || case when n in (7, 77) then ${` ${rareWord}`}::text else '' end
          || (select string_agg(' ' || substr(md5(((n * 31 + k * k * 17) % 4999)::text), 1, 7), '')
              from generate_series(1, 4) k) as title,
        case when n % 4 = 0 then
          (select string_agg(substr(md5(((n * 13 + k * 7) % 19997)::text), 1, 7), ' ')
            from generate_series(1, 12) k) end as description
      from numbered
    )
    insert into task (id, list_id, position, title, description, search_text, priority, due_on,
        completed_at, deleted_at, created_at, updated_at)
      select
        (lpad(to_hex((extract(epoch from written) * 1000)::bigint), 12, '0') || '7'
          || substr(hash, 1, 3) || '8' || substr(hash, 4, 15))::uuid,
        l.id, 'g' || lpad(n::text, 7, '0'), title, description,
        title || chr(10) || coalesce(description, ''),
        case when n % 10 = 0 then n / 10 % 5 else 0 end,
        case when n % 3 = 0 then current_date + (n % 120 - 60) end,
        case when n % 2 = 1 then written + interval '30 seconds' end,
        case when n % 50 = 0 then now() end,
        written, written
      from worded
      join (select id, row_number() over (order by position) - 1 as nth
          from list where user_id = ${userId}) l
        on l.nth = n % ${lists + 1}::int`.execute(trx)
  await sql`
    insert into task_tag (task_id, tag_id)
      select task.id, t.id
      from task
      join (select id, row_number() over (order by name) as nth
          from tag where user_id = ${userId}) t
        on t.nth = substr(position, 2)::int % 25
      where task.user_id = ${userId} and position between ${position(from)} and ${position(to)}`.execute(
    trx,
  )
}

function position(nth: number): string {
  return `g${String(nth).padStart(7, '0')}`
}
