import { sql } from 'kysely'
import type { UserDatabase } from '../db/user-database.ts'
import type { Day } from '../domain/dates/day.ts'
import { type Tag, tagColumns } from './tag.queries.ts'

export type Tagging = {
  taskId: string
  tagId: string
}

/**
 * The tags of these tasks by name, each with the task it is on.
 *
 * @param limit how many are read at most, of all of them together
 */
export function findTagsOfTasks(
  db: UserDatabase,
  taskIds: readonly string[],
  limit: number,
): Promise<(Tag & { taskId: string })[]> {
  return db
    .selectFrom('task_tag')
    .innerJoin('tag', 'tag.id', 'task_tag.tag_id')
    .select(tagColumns)
    .select('task_tag.task_id as taskId')
    .where('task_tag.task_id', 'in', taskIds)
    .orderBy(sql`tag.name_key collate "und-x-icu"`)
    .limit(limit)
    .execute()
}

/** Puts each tag on its task; none may be there yet. */
export async function insertTaggings(
  db: UserDatabase,
  taggings: readonly Tagging[],
): Promise<void> {
  const rows = sql<Tagging>`jsonb_to_recordset(${JSON.stringify(taggings)}::jsonb)`
  await db
    .insertInto('task_tag')
    .columns(['task_id', 'tag_id'])
    .expression((eb) =>
      eb
        .selectFrom(rows.as<'rows'>(sql`rows ("taskId" uuid, "tagId" uuid)`))
        .select(['rows.taskId', 'rows.tagId']),
    )
    .execute()
}

export function findTaggings(db: UserDatabase, taskIds: readonly string[]): Promise<Tagging[]> {
  return db
    .selectFrom('task_tag')
    .select(['task_id as taskId', 'tag_id as tagId'])
    .where('task_id', '=', sql<string>`any(${[...taskIds]}::uuid[])`)
    .execute()
}

/** Puts every one of the tags on every one of the tasks; those that have it already keep it. */
export async function insertTaskTags(
  db: UserDatabase,
  taskIds: readonly string[],
  tagIds: readonly string[],
): Promise<void> {
  await db
    .insertInto('task_tag')
    .columns(['task_id', 'tag_id'])
    .expression((eb) =>
      eb
        .selectFrom(['task', 'tag'])
        .select(['task.id as task_id', 'tag.id as tag_id'])
        .where('task.id', 'in', taskIds)
        .where('tag.id', 'in', tagIds),
    )
    .onConflict((conflict) => conflict.columns(['user_id', 'task_id', 'tag_id']).doNothing())
    .execute()
}

/** Takes the tags off the tasks. */
export async function deleteTaskTags(
  db: UserDatabase,
  taskIds: readonly string[],
  tagIds: readonly string[],
): Promise<void> {
  await db
    .deleteFrom('task_tag')
    .where('task_id', 'in', taskIds)
    .where('tag_id', 'in', tagIds)
    .execute()
}

/** Takes all tags but these off the tasks. */
export async function deleteOtherTaskTags(
  db: UserDatabase,
  taskIds: readonly string[],
  keptTagIds: readonly string[],
): Promise<void> {
  let query = db.deleteFrom('task_tag').where('task_id', 'in', taskIds)
  if (keptTagIds.length > 0) query = query.where('tag_id', 'not in', keptTagIds)
  await query.execute()
}

/** Puts `intoId` on every task that has one of `fromIds`. */
export async function copyTaskTags(
  db: UserDatabase,
  fromIds: readonly string[],
  intoId: string,
): Promise<void> {
  await db
    .insertInto('task_tag')
    .columns(['task_id', 'tag_id'])
    .expression((eb) =>
      eb
        .selectFrom('task_tag')
        .distinct()
        .select(['task_tag.task_id', eb.cast<string>(eb.val(intoId), 'uuid').as('tag_id')])
        .where('task_tag.tag_id', 'in', fromIds),
    )
    .onConflict((conflict) => conflict.columns(['user_id', 'task_id', 'tag_id']).doNothing())
    .execute()
}

/** Takes the tags off every task. */
export async function deleteTaskTagsOfTags(
  db: UserDatabase,
  tagIds: readonly string[],
): Promise<void> {
  await db.deleteFrom('task_tag').where('tag_id', 'in', tagIds).execute()
}

/** How many open tasks with each of these tags start after that day; a tag without any is left out. */
export function countTasksAheadOfTags(
  db: UserDatabase,
  tagIds: readonly string[],
  today: Day,
): Promise<{ id: string; count: number }[]> {
  return db
    .selectFrom('task_tag')
    .innerJoin('task', 'task.id', 'task_tag.task_id')
    .select((eb) => ['task_tag.tag_id as id', eb.fn.countAll<number>().as('count')])
    .where('task_tag.tag_id', 'in', tagIds)
    .where('task.start_on', '>', today)
    .where('task.completed_at', 'is', null)
    .where('task.deleted_at', 'is', null)
    .groupBy('task_tag.tag_id')
    .execute()
}

/** How many open tasks outside the trash have each of these tags; a tag without any is left out. */
export function countOpenTasksOfTags(
  db: UserDatabase,
  tagIds: readonly string[],
): Promise<{ id: string; count: number }[]> {
  return db
    .selectFrom('task_tag')
    .innerJoin('task', 'task.id', 'task_tag.task_id')
    .select((eb) => ['task_tag.tag_id as id', eb.fn.countAll<number>().as('count')])
    .where('task_tag.tag_id', 'in', tagIds)
    .where('task.completed_at', 'is', null)
    .where('task.deleted_at', 'is', null)
    .groupBy('task_tag.tag_id')
    .execute()
}
