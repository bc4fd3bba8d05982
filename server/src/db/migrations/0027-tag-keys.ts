import { type Kysely, sql } from 'kysely'
import { tagNameKey } from '../../domain/text/tag-name.ts'

/**
 * Tags are compared without signs that aren't seen, without regard to how much white space parts two
 * words, and with all of Unicode's case folding. Two that have become one name so stay two: the one
 * whose key was the common one already has it, else the oldest, and the others keep the key they had,
 * which no other name can have any more. They can be merged, or get other names.
 *
 * Rows are seen one person at a time: row-level security holds for the owner too.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { rows: people } = await sql<{ id: string }>`select id from auth_user`.execute(db)
  for (const { id } of people) {
    await sql`select set_config('app.user_id', ${id}, true)`.execute(db)
    const { rows } = await sql<TagRow>`
      select id, name, name_key from tag where user_id = ${id} order by created_at, id`.execute(db)
    for (const { id: tag, key } of listNewKeys(rows))
      await sql`update tag set name_key = ${key} where user_id = ${id} and id = ${tag}`.execute(db)
  }
  await sql`select set_config('app.user_id', '', true)`.execute(db)
}

type TagRow = { id: string; name: string; name_key: string }

function listNewKeys(rows: readonly TagRow[]): { id: string; key: string }[] {
  const taken = new Set(rows.map((row) => row.name_key))
  return rows.flatMap(({ id, name, name_key }) => {
    const key = tagNameKey(name)
    if (key === name_key || taken.has(key)) return []
    taken.add(key)
    return [{ id, key }]
  })
}
