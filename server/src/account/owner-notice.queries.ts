import { sql } from 'kysely'
import type { UserDatabase } from '../db/user-database.ts'
import type { LastingAccess } from '../domain/lasting-access.ts'

/** Where its owner is written to, and how many they have created within the hour, revoked ones too. */
export function getNoticeReader(
  db: UserDatabase,
  made: LastingAccess,
): Promise<{ email: string; timeZone: string; createdThisHour: number }> {
  return db
    .selectFrom('auth_user')
    .select(({ selectFrom, fn }) => [
      'email',
      'time_zone as timeZone',
      selectFrom(made)
        .select(fn.countAll<number>().as('count'))
        .where('created_at', '>', sql<string>`now() - interval '1 hour'`)
        .$asScalar()
        .$notNull()
        .as('createdThisHour'),
    ])
    .executeTakeFirstOrThrow()
}
