import { type Kysely, sql } from 'kysely'
import type { JobTables } from '../job.table.ts'

export type EndingAccessToken = { name: string; expiresAt: Date; email: string; timeZone: string }

const atOnce = 100

/**
 * Claims access tokens that end within so many days, live longer than that, and whose owners weren't
 * notified yet. Of several processes only one gets each, and after the commit nobody gets it again.
 */
export async function claimEndingTokens(
  transaction: Kysely<JobTables>,
  days: number,
): Promise<EndingAccessToken[]> {
  const period = sql<string>`make_interval(days => ${days})`
  return transaction
    .with('claimed', (db) =>
      db
        .insertInto('auth_token_notice')
        .columns(['user_id', 'token_id'])
        .expression(({ selectFrom }) =>
          selectFrom('access_token as token')
            .leftJoin('auth_token_notice as notice', (join) =>
              join
                .onRef('notice.user_id', '=', 'token.user_id')
                .onRef('notice.token_id', '=', 'token.id'),
            )
            .select(['token.user_id', 'token.id'])
            .where('notice.token_id', 'is', null)
            .where('token.revoked_at', 'is', null)
            .where('token.expires_at', '>', sql<Date>`now()`)
            .where('token.expires_at', '<=', sql<Date>`now() + ${period}`)
            .where(sql<boolean>`token.expires_at - token.created_at > ${period}`)
            .orderBy('token.id')
            .limit(atOnce),
        )
        .onConflict((conflict) => conflict.doNothing())
        .returning(['user_id', 'token_id']),
    )
    .selectFrom('claimed')
    .innerJoin('access_token', (join) =>
      join
        .onRef('access_token.user_id', '=', 'claimed.user_id')
        .onRef('access_token.id', '=', 'claimed.token_id'),
    )
    .innerJoin('auth_user', 'auth_user.id', 'claimed.user_id')
    .select(['access_token.name', 'expires_at as expiresAt', 'email', 'time_zone as timeZone'])
    .$narrowType<{ expiresAt: Date }>()
    .execute()
}
