import type { UserDatabase } from '../db/user-database.ts'
import { entryColumns, type LogEntry } from './change.queries.ts'

/** How many objects a mutation has changed. */
export async function countObjectsOfMutation(
  db: UserDatabase,
  mutationId: string,
): Promise<number> {
  const { count } = await db
    .selectFrom('change')
    .select((eb) => eb.fn.count<number>('entity_id').distinct().as('count'))
    .where('mutation_id', '=', mutationId)
    .executeTakeFirstOrThrow()
  return count
}

/** What a mutation did to the first objects that it changed, in its order. */
export function listFirstEntriesOfMutation(
  db: UserDatabase,
  mutationId: string,
  mostObjects: number,
): Promise<LogEntry[]> {
  return db
    .selectFrom('change')
    .select(entryColumns)
    .where('mutation_id', '=', mutationId)
    .where('entity_id', 'in', ({ selectFrom }) =>
      selectFrom('change as first')
        .select('first.entity_id')
        .where('first.mutation_id', '=', mutationId)
        .groupBy('first.entity_id')
        .orderBy(({ fn }) => fn.min('first.seq'))
        .limit(mostObjects),
    )
    .orderBy('seq')
    .execute()
}
