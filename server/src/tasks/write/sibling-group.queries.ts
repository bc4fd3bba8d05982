import { type ExpressionBuilder, sql } from 'kysely'
import { anyOf } from '../../db/any-of.ts'
import type { UserDatabase } from '../../db/user-database.ts'
import type { TenantTables } from '../../tables.ts'
import type { Task } from '../task.queries.ts'

/** Where siblings are: a list, or a task in it. */
export type SiblingGroup = Pick<Task, 'listId' | 'parentId'>
export type Position = Pick<Task, 'id' | 'position'>

/** The last position in each of these sibling groups that isn't one of `exceptIds`; null in an empty one. */
export function findLastPositions(
  db: UserDatabase,
  siblingGroups: readonly SiblingGroup[],
  exceptIds: readonly string[],
): Promise<(SiblingGroup & { position: string | null })[]> {
  return db
    .selectFrom(
      sql<SiblingGroup>`jsonb_to_recordset(${JSON.stringify(siblingGroups)}::jsonb)`.as<'sibling_group'>(
        sql`sibling_group ("listId" uuid, "parentId" uuid)`,
      ),
    )
    .select(({ selectFrom, eb }) => {
      const last = selectFrom('task')
        .select('task.position')
        .whereRef('task.list_id', '=', 'sibling_group.listId')
        .where(notOneOf(exceptIds))
        .limit(1)
      return [
        'sibling_group.listId',
        'sibling_group.parentId',
        // Two searches, as in `positionBeside`.
        eb
          .case()
          .when('sibling_group.parentId', 'is', null)
          .then(
            last
              .where('task.parent_id', 'is', null)
              .orderBy('task.parent_id', 'desc')
              .orderBy('task.position', 'desc'),
          )
          .else(
            last
              .whereRef('task.parent_id', '=', 'sibling_group.parentId')
              .orderBy('task.position', 'desc'),
          )
          .end()
          .as('position'),
      ]
    })
    .execute()
}

export interface Neighbours extends Position {
  previous: string | null
  next: string | null
}

/** The positions beside a task, leaving out siblings that are one of `exceptIds`. */
export function findNeighbours(
  db: UserDatabase,
  id: string,
  exceptIds: readonly string[],
): Promise<Neighbours | undefined> {
  return db
    .selectFrom('task')
    .select((eb) => [
      'task.id',
      'task.position',
      positionBeside(eb, '<', exceptIds).as('previous'),
      positionBeside(eb, '>', exceptIds).as('next'),
    ])
    .where('task.id', '=', id)
    .executeTakeFirst()
}

/** The positions directly after these tasks. */
export function findNextPositions(
  db: UserDatabase,
  ids: readonly string[],
): Promise<(Position & { next: string | null })[]> {
  return db
    .selectFrom('task')
    .select((eb) => ['task.id', 'task.position', positionBeside(eb, '>', []).as('next')])
    .where('task.id', '=', anyOf(ids))
    .execute()
}

function positionBeside(
  eb: ExpressionBuilder<TenantTables, 'task'>,
  operator: '<' | '>',
  exceptIds: readonly string[],
) {
  const sibling = eb
    .selectFrom('task as sibling')
    .select('sibling.position')
    .whereRef('sibling.list_id', '=', 'task.list_id')
    .whereRef('sibling.position', operator, 'task.position')
    .where(sql<boolean>`sibling.id <> all(${[...exceptIds]}::uuid[])`)
    .limit(1)
  const direction = operator === '<' ? 'desc' : 'asc'
  // Two searches, as "is not distinct from" can't use the index. Being null doesn't make a column a
  // constant for an order, so that one names all the columns the index has.
  return eb
    .case()
    .when('task.parent_id', 'is', null)
    .then(
      sibling
        .where('sibling.parent_id', 'is', null)
        .orderBy('sibling.parent_id', direction)
        .orderBy('sibling.position', direction),
    )
    .else(
      sibling
        .whereRef('sibling.parent_id', '=', 'task.parent_id')
        .orderBy('sibling.position', direction),
    )
    .end()
}

/** All tasks of a sibling group in order, including those in the trash. */
export function listPositions(db: UserDatabase, siblingGroup: SiblingGroup): Promise<Position[]> {
  return db
    .selectFrom('task')
    .select(['task.id', 'task.position'])
    .where('task.list_id', '=', siblingGroup.listId)
    .where('task.parent_id', siblingGroup.parentId === null ? 'is' : '=', siblingGroup.parentId)
    .orderBy('task.position')
    .execute()
}

function notOneOf(ids: readonly string[]) {
  return sql<boolean>`task.id <> all(${[...ids]}::uuid[])`
}
