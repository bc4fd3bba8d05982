import { type SelectQueryBuilder, sql } from 'kysely'
import { type CursorKeys, newestFirst, type Page, type PageRequest, toPage } from '../db/page.ts'
import type { TenantTables } from '../db/tables.ts'
import type { UserDatabase } from '../db/user-database.ts'

const taskColumns = [
  'id',
  'title',
  'description',
  'list_id as listId',
  'completed_at as completedAt',
  'created_at as createdAt',
  'updated_at as updatedAt',
  'deleted_at as deletedAt',
] as const

export interface Task {
  id: string
  title: string
  description: string | null
  listId: string
  completedAt: string | null
  createdAt: string
  updatedAt: string
  deletedAt: string | null
}

/** Left out means the inbox. */
export interface NewTask {
  id: string
  title: string
  description: string | null
  listId: string | undefined
}

/** What stays undefined is not changed. */
export interface TaskChanges {
  title?: string | undefined
  description?: string | null | undefined
  listId?: string | undefined
}

export interface TaskFilter {
  completed?: boolean | undefined
  listIds?: readonly string[] | undefined
}

export const taskOrdering = newestFirst('task')

/** The tasks with these ids, those in the trash too, in no order. */
export function findTasks(db: UserDatabase, ids: readonly string[]): Promise<Task[]> {
  return db.selectFrom('task').select(taskColumns).where('id', 'in', ids).execute()
}

export async function findTask(db: UserDatabase, id: string): Promise<Task | undefined> {
  const [task] = await findTasks(db, [id])
  return task
}

/** A page of the tasks that are not in the trash, newest first. */
export async function listTasks(
  db: UserDatabase,
  request: PageRequest,
  filter: TaskFilter,
): Promise<Page<Task>> {
  const order = request.direction === 'forward' ? 'desc' : 'asc'
  let query = filtered(db.selectFrom('task'), filter)
    .select(taskColumns)
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
  return toPage(await query.execute(), request, taskOrdering, keysOf)
}

export async function countTasks(db: UserDatabase, filter: TaskFilter): Promise<number> {
  const { count } = await filtered(db.selectFrom('task'), filter)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** The new task, or undefined when the id is already in use. */
export function insertTask(db: UserDatabase, task: NewTask): Promise<Task | undefined> {
  return db
    .insertInto('task')
    .values(({ selectFrom, val }) => ({
      id: task.id,
      title: task.title,
      description: task.description,
      list_id:
        task.listId === undefined
          ? selectFrom('list').select('list.id').where('list.is_inbox', '=', true)
          : val(task.listId),
    }))
    .onConflict((conflict) => conflict.columns(['user_id', 'id']).doNothing())
    .returning(taskColumns)
    .executeTakeFirst()
}

/** The changed task, or undefined when there is none outside the trash. */
export function updateTask(
  db: UserDatabase,
  id: string,
  changes: TaskChanges,
): Promise<Task | undefined> {
  return db
    .updateTable('task')
    .set({
      ...(changes.title !== undefined && { title: changes.title }),
      ...(changes.description !== undefined && { description: changes.description }),
      ...(changes.listId !== undefined && { list_id: changes.listId }),
      updated_at: now,
    })
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .returning(taskColumns)
    .executeTakeFirst()
}

/** Each is undefined when the task is not there, is in the trash, or is already as wanted. */
export function setTaskCompleted(
  db: UserDatabase,
  id: string,
  completed: boolean,
): Promise<Task | undefined> {
  return db
    .updateTable('task')
    .set({ completed_at: completed ? now : null, updated_at: now })
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .where('completed_at', completed ? 'is' : 'is not', null)
    .returning(taskColumns)
    .executeTakeFirst()
}

export function setTaskDeleted(
  db: UserDatabase,
  id: string,
  deleted: boolean,
): Promise<Task | undefined> {
  return db
    .updateTable('task')
    .set({ deleted_at: deleted ? now : null, updated_at: now })
    .where('id', '=', id)
    .where('deleted_at', deleted ? 'is' : 'is not', null)
    .returning(taskColumns)
    .executeTakeFirst()
}

const now = sql<string>`now()`

function filtered<Query extends SelectQueryBuilder<TenantTables, 'task', object>>(
  query: Query,
  filter: TaskFilter,
): Query {
  let result = query.where('deleted_at', 'is', null)
  if (filter.completed !== undefined)
    result = result.where('completed_at', filter.completed ? 'is not' : 'is', null)
  const { listIds } = filter
  // An `in` can't be empty, an array can.
  if (listIds !== undefined)
    result = result.where('list_id', '=', (eb) => eb.fn.any(eb.val([...listIds])))
  return result as Query
}

function keysOf(task: Task): CursorKeys {
  return [task.createdAt, task.id]
}
