import { type Kysely, sql } from 'kysely'
import { searchText } from '../../domain/text/search-words.ts'

const tasksAtOnce = 1_000

/**
 * Rebuilds the search words from people's texts: emoji and signs are words, and a compound is one
 * word as well as several. Only tasks whose words differ are written; triggers do the rest, and log
 * nothing, because people didn't write the words.
 *
 * Rows are read one person at a time, because row-level security applies to the owner too.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { rows: people } = await sql<{ id: string }>`select id from auth_user`.execute(db)
  for (const { id } of people) {
    await sql`select set_config('app.user_id', ${id}, true)`.execute(db)
    for (let last = zeroId; last !== undefined; ) last = await renewWords(db, id, last)
  }
  await sql`select set_config('app.user_id', '', true)`.execute(db)
}

const zeroId: string | undefined = '00000000-0000-0000-0000-000000000000'

type TaskRow = { id: string; title: string; description: string | null; search_text: string }

/** Handles the tasks after this one; returns the last of them, or undefined when there are none. */
async function renewWords(
  db: Kysely<unknown>,
  userId: string,
  after: string,
): Promise<string | undefined> {
  const { rows } = await sql<TaskRow>`
    select id, title, description, search_text from task
    where user_id = ${userId} and id > ${after}::uuid order by id limit ${tasksAtOnce}`.execute(db)
  const changed = rows.flatMap(({ id, title, description, search_text }) => {
    const text = searchText(title, description)
    return text === search_text ? [] : [{ id, text }]
  })
  if (changed.length > 0)
    await sql`
      update task set search_text = changed.text
      from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as changed (id uuid, text text)
      where task.user_id = ${userId} and task.id = changed.id`.execute(db)
  return rows.length < tasksAtOnce ? undefined : rows.at(-1)?.id
}
