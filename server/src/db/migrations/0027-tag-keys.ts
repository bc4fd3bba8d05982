import { type Kysely, sql } from 'kysely'
import { tagNameKey } from '../../domain/text/tag-name.ts'

/**
 * Tags are compared without invisible characters, regardless of the amount of white space between
 * two words, and with all of Unicode's case folding. Two tags that have become the same name stay
 * two: the one that already has the common key keeps it, or else the oldest gets it, and the others
 * keep their old keys, which no other name can have any more. They can be merged or renamed.
 *
 * Rows are read one person at a time, because row-level security applies to the owner too.
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
