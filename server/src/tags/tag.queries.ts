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

export interface Tag {
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

/** A page of the tags by name, without regard to case. */
export function listTags(db: UserDatabase, request: PageRequest<CursorValues>): Promise<Page<Tag>> {
  return readKeysetPage(db.selectFrom('tag').select(tagColumns), tagOrdering, request)
}

export async function countTags(db: UserDatabase): Promise<number> {
  const { count } = await db
    .selectFrom('tag')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Its id and name must be free. */
export function insertTag(db: UserDatabase, tag: NewTag): Promise<Tag> {
  return db
    .insertInto('tag')
    .values({ id: tag.id, name: tag.name, name_key: tag.nameKey, color: tag.color })
    .returning(tagColumns)
    .executeTakeFirstOrThrow()
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
