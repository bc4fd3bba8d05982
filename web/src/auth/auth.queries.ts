import { randomUUID } from 'node:crypto'
import { type LastingAccess, lastingAccess } from '@tend/server/domain/lasting-access'
import { type Kysely, sql } from 'kysely'

type AuthTables = Record<LastingAccess, { user_id: string; revoked_at: Date | null }> & {
  auth_user: { id: string; email: string; email_verified: boolean }
  auth_verification: { id: string; identifier: string; value: string; expires_at: Date }
}

/** Records that a person has read a mail at their current address. */
export async function markAddressVerified(
  database: Kysely<unknown>,
  userId: string,
): Promise<void> {
  await (database as Kysely<AuthTables>)
    .updateTable('auth_user')
    .set({ email_verified: true })
    .where('id', '=', userId)
    .execute()
}

/** Whether an address, in lower case, has an account. */
export async function isKnownAddress(database: Kysely<unknown>, email: string): Promise<boolean> {
  const found = await (database as Kysely<AuthTables>)
    .selectFrom('auth_user')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirst()
  return found !== undefined
}

/** Invalidates every link with which a person could still choose a new password. */
export async function deleteResetLinks(database: Kysely<unknown>, userId: string): Promise<void> {
  // The token is only stored as a hash, so a link's row is found by its person.
  await (database as Kysely<AuthTables>)
    .deleteFrom('auth_verification')
    .where('value', '=', userId)
    .execute()
}

/**
 * Revokes every access token, calendar address and webhook of a person. Sessions that could make new ones must have
 * been ended before.
 */
export async function revokeLastingAccess(
  database: Kysely<unknown>,
  userId: string,
): Promise<void> {
  await (database as Kysely<AuthTables>).transaction().execute(async (transaction) => {
    // Row-level security holds for the table's owner too.
    await sql`select set_config('app.user_id', ${userId}, true)`.execute(transaction)
    for (const table of lastingAccess)
      await transaction
        .updateTable(table)
        .set({ revoked_at: sql<Date>`now()` })
        .where('user_id', '=', userId)
        .where('revoked_at', 'is', null)
        .execute()
  })
}

/** Deletes a person and all their data in one statement, by foreign keys and a trigger. */
export async function deletePerson(database: Kysely<unknown>, userId: string): Promise<void> {
  await (database as Kysely<AuthTables>).deleteFrom('auth_user').where('id', '=', userId).execute()
}

/** An invitation is stored with Better Auth's other single-use tokens that expire. */
export async function insertInvitation(
  database: Kysely<unknown>,
  identifier: string,
  expiresAt: Date,
): Promise<void> {
  const row = { id: randomUUID(), identifier, value: 'invitation', expires_at: expiresAt }
  await (database as Kysely<AuthTables>).insertInto('auth_verification').values(row).execute()
}
