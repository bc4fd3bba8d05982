import { sql } from 'kysely'
import { type CursorKeys, type Ordering, type Page, type PageRequest, toPage } from '../db/page.ts'
import type { UserDatabase } from '../db/user-database.ts'
import type { Color } from '../domain/colors.ts'
import type { Day } from '../domain/dates/day.ts'
import { isUuid } from '../domain/ids.ts'
import { isOrderKey } from '../domain/order/order-key.ts'
import type { Placed } from '../domain/order/placing.ts'

const listColumns = [
  'id',
  'name',
  'is_inbox as isInbox',
  'color',
  'icon',
  'position',
  'archived_at as archivedAt',
  'deleted_at as deletedAt',
  'created_at as createdAt',
  'updated_at as updatedAt',
] as const

export type List = {
  id: string
  name: string
  isInbox: boolean
  color: Color | null
  icon: string | null
  position: string
  archivedAt: string | null
  deletedAt: string | null
  createdAt: string
  updatedAt: string
}

export type NewList = Pick<List, 'id' | 'name' | 'color' | 'icon' | 'position'>
export type ListLooks = Pick<List, 'name' | 'color' | 'icon'>

/** Which lists a page is of. */
export type ListSelection = {
  /** The ones in the trash, archived or not, instead of the others. */
  inTrash: boolean
  includeArchived: boolean
}

/** The order the person gave them. */
export const listOrdering: Ordering = {
  name: 'list',
  acceptsKeys: ([position, id, ...rest]) =>
    rest.length === 0 && isOrderKey(position ?? '') && isUuid(id ?? ''),
}

/** The lists with these ids, those in the trash too, in no order. */
export function findLists(db: UserDatabase, ids: readonly string[]): Promise<List[]> {
  return db.selectFrom('list').select(listColumns).where('id', 'in', ids).execute()
}

export async function findList(db: UserDatabase, id: string): Promise<List | undefined> {
  const [list] = await findLists(db, [id])
  return list
}

/** A page of lists in their manual order. */
export async function listLists(
  db: UserDatabase,
  request: PageRequest,
  selection: ListSelection,
): Promise<Page<List>> {
  let query = selectLists(db, selection)
    .select(listColumns)
    .orderBy('position', request.direction === 'forward' ? 'asc' : 'desc')
    .limit(request.limit + 1)
  if (request.after) query = query.where('position', '>', request.after[0] ?? '')
  if (request.before) query = query.where('position', '<', request.before[0] ?? '')
  return toPage(await query.execute(), request, listOrdering, keysOf)
}

export async function countLists(db: UserDatabase, selection: ListSelection): Promise<number> {
  const { count } = await selectLists(db, selection)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** The names of all lists outside the trash, archived ones last, the others in their manual order. */
export function listListNames(db: UserDatabase): Promise<Pick<List, 'id' | 'name'>[]> {
  return db
    .selectFrom('list')
    .select(['id', 'name'])
    .where('deleted_at', 'is', null)
    .orderBy('archived_at', (order) => order.desc().nullsFirst())
    .orderBy('position')
    .execute()
}

/** How many open tasks outside the trash each of these lists has; one without any is left out. */
export function countOpenTasksOfLists(
  db: UserDatabase,
  listIds: readonly string[],
): Promise<{ id: string; count: number }[]> {
  return db
    .selectFrom('task')
    .select((eb) => ['list_id as id', eb.fn.countAll<number>().as('count')])
    .where('list_id', 'in', listIds)
    .where('completed_at', 'is', null)
    .where('deleted_at', 'is', null)
    .groupBy('list_id')
    .execute()
}

/** How many open tasks of each of these lists start after that day; a list without any is left out. */
export function countTasksAheadOfLists(
  db: UserDatabase,
  listIds: readonly string[],
  today: Day,
): Promise<{ id: string; count: number }[]> {
  return db
    .selectFrom('task')
    .select((eb) => ['list_id as id', eb.fn.countAll<number>().as('count')])
    .where('list_id', 'in', listIds)
    .where('start_on', '>', today)
    .where('completed_at', 'is', null)
    .where('deleted_at', 'is', null)
    .groupBy('list_id')
    .execute()
}

/** The positions of all lists, including archived and trashed ones, in order. */
export function listListPositions(db: UserDatabase): Promise<Placed[]> {
  return db.selectFrom('list').select(['id', 'position']).orderBy('position').execute()
}

/** Its id and position must be free. */
export function insertList(db: UserDatabase, list: NewList): Promise<List> {
  return db.insertInto('list').values(list).returning(listColumns).executeTakeFirstOrThrow()
}

export function updateListLooks(
  db: UserDatabase,
  id: string,
  looks: Partial<ListLooks>,
): Promise<List> {
  return db
    .updateTable('list')
    .set({ ...looks, updated_at: now })
    .where('id', '=', id)
    .returning(listColumns)
    .executeTakeFirstOrThrow()
}

/** Writes the positions of one list or of all, in one statement. */
export async function updateListPositions(
  db: UserDatabase,
  moved: readonly Placed[],
): Promise<void> {
  const ids = moved.map((one) => one.id)
  const positions = moved.map((one) => one.position)
  const placed = sql<Placed>`unnest(${ids}::uuid[], ${positions}::text[])`
  await db
    .updateTable('list')
    .from(placed.as<'placed'>(sql`placed (id, position)`))
    .set((eb) => ({ position: eb.ref('placed.position'), updated_at: now }))
    .whereRef('list.id', '=', 'placed.id')
    .execute()
}

export function setListArchived(db: UserDatabase, id: string, archived: boolean): Promise<List> {
  return db
    .updateTable('list')
    .set({ archived_at: archived ? now : null, updated_at: now })
    .where('id', '=', id)
    .returning(listColumns)
    .executeTakeFirstOrThrow()
}

/** Puts a list into the trash or takes it out, without its tasks. */
export function setListDeleted(db: UserDatabase, id: string, deleted: boolean): Promise<List> {
  return db
    .updateTable('list')
    .set({ deleted_at: deleted ? now : null, updated_at: now })
    .where('id', '=', id)
    .returning(listColumns)
    .executeTakeFirstOrThrow()
}

/** Puts all tasks of a list into the trash; those that are there already stay as they are. */
export async function trashTasksWithList(db: UserDatabase, listId: string): Promise<void> {
  await db
    .updateTable('task')
    .set({ deleted_at: now, trashed_with: listId, updated_at: now })
    .where('list_id', '=', listId)
    .where('deleted_at', 'is', null)
    .execute()
}

/** Takes the tasks out of the trash that the list's deletion put there. */
export async function restoreTasksOfList(db: UserDatabase, listId: string): Promise<void> {
  await db
    .updateTable('task')
    .set({ deleted_at: null, trashed_with: null, updated_at: now })
    .where('list_id', '=', listId)
    .where('trashed_with', '=', listId)
    .execute()
}

const now = sql<string>`now()`

function selectLists(db: UserDatabase, { inTrash, includeArchived }: ListSelection) {
  const query = db.selectFrom('list').where('deleted_at', inTrash ? 'is not' : 'is', null)
  return inTrash || includeArchived ? query : query.where('archived_at', 'is', null)
}

function keysOf(list: List): CursorKeys {
  return [list.position, list.id]
}
