import { sql } from 'kysely'
import { orderBy, readKeysetPage } from '../db/keyset.ts'
import type { CursorValues, Page, PageRequest } from '../db/page.ts'
import type { UserDatabase } from '../db/user-database.ts'
import type { Color } from '../domain/colors.ts'

export const tagColumns = [
  'tag.id',
  'tag.name',
  'tag.name_key as nameKey',
  'tag.color',
  'tag.created_at as createdAt',
  'tag.updated_at as updatedAt',
] as const

export type Tag = {
  id: string
  name: string
  /** What `tagNameKey` makes of the name. */
  nameKey: string
  color: Color | null
  createdAt: string
  updatedAt: string
}

export type NewTag = Pick<Tag, 'id' | 'name' | 'nameKey' | 'color'>
export type TagChanges = Partial<Pick<Tag, 'name' | 'nameKey' | 'color'>>

/** As dictionaries sort, whatever the database's own rules are. */
export const tagOrdering = orderBy('tag', [
  {
    name: 'name',
    column: 'tag.name_key',
    type: 'text',
    direction: 'asc',
    collation: 'und-x-icu',
  },
  { name: 'id', column: 'tag.id', type: 'uuid', direction: 'asc' },
])

/** The tags with these ids, in no order; an id that is not there is simply left out. */
export function findTags(db: UserDatabase, ids: readonly string[]): Promise<Tag[]> {
  return db.selectFrom('tag').select(tagColumns).where('id', 'in', ids).execute()
}

export async function findTag(db: UserDatabase, id: string): Promise<Tag | undefined> {
  const [tag] = await findTags(db, [id])
  return tag
}

export function findTagByNameKey(db: UserDatabase, nameKey: string): Promise<Tag | undefined> {
  return db.selectFrom('tag').select(tagColumns).where('name_key', '=', nameKey).executeTakeFirst()
}

/** The tags with these names, in no order; see `tagNameKey`. */
export function findTagsByNameKeys(
  db: UserDatabase,
  nameKeys: readonly string[],
): Promise<Pick<Tag, 'id' | 'nameKey'>[]> {
  return db
    .selectFrom('tag')
    .select(['id', 'name_key as nameKey'])
    .where('name_key', '=', sql<string>`any(${[...nameKeys]}::text[])`)
    .execute()
}

/** A page of the tags by name, without regard to case. */
export function listTags(db: UserDatabase, request: PageRequest<CursorValues>): Promise<Page<Tag>> {
  return readKeysetPage(db.selectFrom('tag').select(tagColumns), tagOrdering, request)
}

/** The names of all tags, in no order. */
export function listTagNames(db: UserDatabase): Promise<Pick<Tag, 'id' | 'name'>[]> {
  return db.selectFrom('tag').select(['id', 'name']).execute()
}

export async function countTags(db: UserDatabase): Promise<number> {
  const { count } = await db
    .selectFrom('tag')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Their ids and names must be free, and differ. */
export function insertTags(db: UserDatabase, tags: readonly NewTag[]): Promise<Tag[]> {
  const rows = sql<NewTag>`jsonb_to_recordset(${JSON.stringify(tags)}::jsonb)`
  return db
    .insertInto('tag')
    .columns(['id', 'name', 'name_key', 'color'])
    .expression((eb) =>
      eb
        .selectFrom(rows.as<'rows'>(sql`rows (id uuid, name text, "nameKey" text, color text)`))
        .select(['rows.id', 'rows.name', 'rows.nameKey', 'rows.color']),
    )
    .returning(tagColumns)
    .execute()
}

/** Its new name must be free. What is left out stays. */
export function updateTag(db: UserDatabase, id: string, changes: TagChanges): Promise<Tag> {
  return db
    .updateTable('tag')
    .set({
      ...(changes.name !== undefined && { name: changes.name }),
      ...(changes.nameKey !== undefined && { name_key: changes.nameKey }),
      ...(changes.color !== undefined && { color: changes.color }),
      updated_at: sql<string>`now()`,
    })
    .where('id', '=', id)
    .returning(tagColumns)
    .executeTakeFirstOrThrow()
}

export async function deleteTags(db: UserDatabase, ids: readonly string[]): Promise<void> {
  await db.deleteFrom('tag').where('id', 'in', ids).execute()
}
