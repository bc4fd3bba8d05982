import type { UserDatabase } from '../db/user-database.ts'

/** Where the person is written to. */
export function getWebhookOwner(db: UserDatabase): Promise<{ email: string }> {
  return db.selectFrom('auth_user').select('email').executeTakeFirstOrThrow()
}
