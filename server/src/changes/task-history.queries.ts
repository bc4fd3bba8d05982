import type { PageRequest } from '../db/page.ts'
import type { UserDatabase } from '../db/user-database.ts'
import { entryColumns, type LogEntry } from './change.queries.ts'

/** A page of the mutations that changed a task, newest first, each by where it changed it last. */
export async function listMutationsOfTask(
  db: UserDatabase,
  taskId: string,
  request: PageRequest,
): Promise<{ mutationId: string; seq: number }[]> {
  let query = db
    .selectFrom('change')
    .select(({ fn }) => ['mutation_id as mutationId', fn.max('seq').as('seq')])
    .where('entity_id', '=', taskId)
    .where('entity', 'in', ['task', 'task_tag'])
    .groupBy('mutation_id')
    .orderBy('seq', request.direction === 'forward' ? 'desc' : 'asc')
    .limit(request.limit + 1)
  const [after] = request.after ?? []
  const [before] = request.before ?? []
  if (after !== undefined) query = query.having(({ fn }) => fn.max('seq'), '<', Number(after))
  if (before !== undefined) query = query.having(({ fn }) => fn.max('seq'), '>', Number(before))
  return query.execute()
}

/** What these mutations did to the task, in its order. */
export function listEntriesOfTask(
  db: UserDatabase,
  taskId: string,
  mutationIds: readonly string[],
): Promise<LogEntry[]> {
  if (mutationIds.length === 0) return Promise.resolve([])
  return db
    .selectFrom('change')
    .select(entryColumns)
    .where('entity_id', '=', taskId)
    .where('entity', 'in', ['task', 'task_tag'])
    .where('mutation_id', 'in', mutationIds)
    .orderBy('seq')
    .execute()
}

export async function countMutationsOfTask(db: UserDatabase, taskId: string): Promise<number> {
  const { count } = await db
    .selectFrom('change')
    .select(({ fn }) => fn.count<number>('mutation_id').distinct().as('count'))
    .where('entity_id', '=', taskId)
    .where('entity', 'in', ['task', 'task_tag'])
    .executeTakeFirstOrThrow()
  return count
}
