import { type SqlBool, sql } from 'kysely'
import type { UserDatabase } from '../../db/user-database.ts'

// Whoever deletes from the trash for good says so in the log first, by `markForGood`.

/** Which part of the trash is meant; by default all of it. */
export type TrashPart = {
  /** Only what was put there until then, an instant. */
  until?: string | undefined
  /** Only this list and its tasks. */
  listId?: string | undefined
}

/** What the log gets from here to the end of the transaction, no undo brings back. */
export async function markForGood(db: UserDatabase): Promise<void> {
  await db.selectNoFrom(sql`set_config('app.for_good', 'on', true)`.as('marked')).execute()
}

/**
 * Deletes some tasks of the trash, those that have been there longest first. Only tasks that have nothing under
 * them, so that no more are deleted than were asked for: a task goes after its subtasks, by a later call.
 *
 * @returns how many; none when there are no more
 */
export function deleteTasksInTrash(
  db: UserDatabase,
  part: TrashPart,
  most: number,
): Promise<number> {
  return countDeleted(
    db
      .deleteFrom('task')
      .where('id', 'in', ({ selectFrom }) => {
        let old = selectFrom('task as old')
          .select('old.id')
          .where('old.deleted_at', 'is not', null)
          .where(({ not, exists, selectFrom: select }) =>
            not(
              exists(
                select('task as child')
                  .select('child.id')
                  .whereRef('child.parent_id', '=', 'old.id'),
              ),
            ),
          )
        if (part.until !== undefined) old = old.where('old.deleted_at', '<=', part.until)
        if (part.listId !== undefined) old = old.where('old.list_id', '=', part.listId)
        return old.orderBy('old.deleted_at').limit(most)
      })
      .executeTakeFirst(),
  )
}

/** Deletes some lists of the trash that have no tasks any more. @returns how many */
export function deleteListsInTrash(
  db: UserDatabase,
  part: TrashPart,
  most: number,
): Promise<number> {
  return countDeleted(
    db
      .deleteFrom('list')
      .where('id', 'in', ({ selectFrom }) => {
        let old = selectFrom('list as old')
          .select('old.id')
          .where('old.deleted_at', 'is not', null)
          .where(({ not, exists, selectFrom: select }) =>
            not(exists(select('task').select('task.id').whereRef('task.list_id', '=', 'old.id'))),
          )
        if (part.until !== undefined) old = old.where('old.deleted_at', '<=', part.until)
        if (part.listId !== undefined) old = old.where('old.id', '=', part.listId)
        return old.limit(most)
      })
      .executeTakeFirst(),
  )
}

/** How many tasks and lists a part of the trash has. */
export async function countTrash(db: UserDatabase, part: TrashPart): Promise<number> {
  const { tasks, lists } = await db
    .selectNoFrom(({ selectFrom, fn }) => {
      const inPart = (column: 'id' | 'list_id') => {
        const { until, listId } = part
        return sql<SqlBool>`deleted_at is not null
          ${until === undefined ? sql`` : sql`and deleted_at <= ${until}`}
          ${listId === undefined ? sql`` : sql`and ${sql.ref(column)} = ${listId}`}`
      }
      return [
        selectFrom('task')
          .select(fn.countAll<number>().as('count'))
          .where(inPart('list_id'))
          .as('tasks'),
        selectFrom('list')
          .select(fn.countAll<number>().as('count'))
          .where(inPart('id'))
          .as('lists'),
      ]
    })
    .executeTakeFirstOrThrow()
  return (tasks ?? 0) + (lists ?? 0)
}

async function countDeleted(
  result: Promise<{ numDeletedRows: bigint } | undefined>,
): Promise<number> {
  return Number((await result)?.numDeletedRows ?? 0n)
}
