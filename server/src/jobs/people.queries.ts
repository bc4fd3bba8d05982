import type { Kysely } from 'kysely'
import type { JobTables } from './job.table.ts'

/** The ids of the next people after one, in the order of their ids; '' is before everybody. */
export async function listPeople(
  owner: Kysely<JobTables>,
  after: string,
  most: number,
): Promise<string[]> {
  const rows = await owner
    .selectFrom('auth_user')
    .select('id')
    .where('id', '>', after)
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map((row) => row.id)
}
