import { sql } from 'kysely'
import { type CursorKeys, type Ordering, type Page, type PageRequest, toPage } from '../db/page.ts'
import type { UserDatabase } from '../db/user-database.ts'
import type { Grouping } from '../domain/grouping.ts'
import { isUuid } from '../domain/ids.ts'
import { isOrderKey } from '../domain/order/order-key.ts'
import type { Placed } from '../domain/order/placing.ts'

const viewColumns = [
  'id',
  'name',
  'icon',
  'filter',
  'order_by as orderBy',
  'group_by as groupBy',
  'position',
  'created_at as createdAt',
  'updated_at as updatedAt',
] as const

export type SavedView = {
  id: string
  name: string
  icon: string | null
  /** A `TaskFilter`, as a variable would hold it. */
  filter: unknown
  /** A list of `TaskOrder`, likewise. */
  orderBy: unknown
  /** Null is the same as `NONE`. */
  groupBy: Grouping | null
  position: string
  createdAt: string
  updatedAt: string
}

export type ViewContents = Pick<SavedView, 'name' | 'icon' | 'filter' | 'orderBy' | 'groupBy'>
export type NewView = ViewContents & Pick<SavedView, 'id' | 'position'>

/** The order the person gave them. */
export const viewOrdering: Ordering = {
  name: 'saved view',
  acceptsKeys: ([position, id, ...rest]) =>
    rest.length === 0 && isOrderKey(position ?? '') && isUuid(id ?? ''),
}

/** The views with these ids, in no order; an id that is not there is simply left out. */
export function findViews(db: UserDatabase, ids: readonly string[]): Promise<SavedView[]> {
  return db.selectFrom('saved_view').select(viewColumns).where('id', 'in', ids).execute()
}

export async function findView(db: UserDatabase, id: string): Promise<SavedView | undefined> {
  const [view] = await findViews(db, [id])
  return view
}

/** A page of the views in their manual order. */
export async function listViews(db: UserDatabase, request: PageRequest): Promise<Page<SavedView>> {
  let query = db
    .selectFrom('saved_view')
    .select(viewColumns)
    .orderBy('position', request.direction === 'forward' ? 'asc' : 'desc')
    .limit(request.limit + 1)
  if (request.after) query = query.where('position', '>', request.after[0] ?? '')
  if (request.before) query = query.where('position', '<', request.before[0] ?? '')
  return toPage(await query.execute(), request, viewOrdering, keysOf)
}

export async function countViews(db: UserDatabase): Promise<number> {
  const { count } = await db
    .selectFrom('saved_view')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** The positions of all views, in order. */
export function listViewPositions(db: UserDatabase): Promise<Placed[]> {
  return db.selectFrom('saved_view').select(['id', 'position']).orderBy('position').execute()
}

/** Its id and position must be free. */
export function insertView(db: UserDatabase, view: NewView): Promise<SavedView> {
  const { id, position, ...contents } = view
  return db
    .insertInto('saved_view')
    .values({ id, position, ...toRow(contents) })
    .returning(viewColumns)
    .executeTakeFirstOrThrow()
}

export function updateView(
  db: UserDatabase,
  id: string,
  contents: ViewContents,
): Promise<SavedView> {
  return db
    .updateTable('saved_view')
    .set({ ...toRow(contents), updated_at: now })
    .where('id', '=', id)
    .returning(viewColumns)
    .executeTakeFirstOrThrow()
}

/** Writes the positions of one view or of all, in one statement. */
export async function updateViewPositions(
  db: UserDatabase,
  moved: readonly Placed[],
): Promise<void> {
  const ids = moved.map((one) => one.id)
  const positions = moved.map((one) => one.position)
  const placed = sql<Placed>`unnest(${ids}::uuid[], ${positions}::text[])`
  await db
    .updateTable('saved_view')
    .from(placed.as<'placed'>(sql`placed (id, position)`))
    .set((eb) => ({ position: eb.ref('placed.position'), updated_at: now }))
    .whereRef('saved_view.id', '=', 'placed.id')
    .execute()
}

export async function deleteView(db: UserDatabase, id: string): Promise<void> {
  await db.deleteFrom('saved_view').where('id', '=', id).execute()
}

const now = sql<string>`now()`

// Written out here, because `pg` takes an array for one of Postgres's own.
function toRow({ name, icon, filter, orderBy, groupBy }: ViewContents) {
  return {
    name,
    icon,
    filter: JSON.stringify(filter),
    order_by: JSON.stringify(orderBy),
    group_by: groupBy,
  }
}

function keysOf(view: SavedView): CursorKeys {
  return [view.position, view.id]
}
