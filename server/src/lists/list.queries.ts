import { type CursorKeys, newestFirst, type Page, type PageRequest, toPage } from '../db/page.ts'
import type { UserDatabase } from '../db/user-database.ts'

const listColumns = [
  'id',
  'name',
  'is_inbox as isInbox',
  'created_at as createdAt',
  'updated_at as updatedAt',
] as const

export interface List {
  id: string
  name: string
  isInbox: boolean
  createdAt: string
  updatedAt: string
}

export const listOrdering = newestFirst('list')

/** The lists with these ids, in no order; an id that is not there is simply left out. */
export function findLists(db: UserDatabase, ids: readonly string[]): Promise<List[]> {
  return db.selectFrom('list').select(listColumns).where('id', 'in', ids).execute()
}

/** A page of the lists, newest first. */
export async function listLists(db: UserDatabase, request: PageRequest): Promise<Page<List>> {
  const order = request.direction === 'forward' ? 'desc' : 'asc'
  let query = db
    .selectFrom('list')
    .select(listColumns)
    .orderBy('created_at', order)
    .orderBy('id', order)
    .limit(request.limit + 1)
  for (const [operator, cursor] of [
    ['<', request.after],
    ['>', request.before],
  ] as const) {
    const [createdAt, id] = cursor ?? []
    if (!createdAt || !id) continue
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('created_at', 'id'), operator, tuple(createdAt, id)),
    )
  }
  return toPage(await query.execute(), request, listOrdering, keysOf)
}

export async function countLists(db: UserDatabase): Promise<number> {
  const { count } = await db
    .selectFrom('list')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

function keysOf(list: List): CursorKeys {
  return [list.createdAt, list.id]
}
