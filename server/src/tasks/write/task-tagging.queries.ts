import { sql } from 'kysely'
import type { UserDatabase } from '../../db/user-database.ts'
import { anyOf } from '../task.queries.ts'

export interface Tagging {
  taskId: string
  tagId: string
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
    .where('task_id', '=', anyOf(taskIds))
    .execute()
}
