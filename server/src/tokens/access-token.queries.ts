import { sql } from 'kysely'
import type { TokenScope } from '../auth/viewer.ts'
import type { UserDatabase } from '../db/user-database.ts'
import { lastUseSeconds } from '../domain/limits.ts'

const tokenColumns = [
  'id',
  'name',
  'scopes',
  'expires_at as expiresAt',
  'last_used_at as lastUsedAt',
  'created_at as createdAt',
] as const

export type AccessToken = {
  id: string
  name: string
  scopes: TokenScope[]
  /** Null: never. */
  expiresAt: string | null
  lastUsedAt: string | null
  createdAt: string
}

export type NewAccessToken = {
  id: string
  name: string
  scopes: readonly TokenScope[]
  tokenHash: Uint8Array
  expiresAt: string | null
}

/** All that have not been revoked, the newest first. */
export function listAccessTokens(db: UserDatabase): Promise<AccessToken[]> {
  return keptTokens(db).orderBy('created_at', 'desc').orderBy('id').execute()
}

/** Those of them with these ids, in no order. */
export function findAccessTokens(db: UserDatabase, ids: readonly string[]): Promise<AccessToken[]> {
  return keptTokens(db).where('id', 'in', ids).execute()
}

export async function countAccessTokens(db: UserDatabase): Promise<number> {
  const { count } = await db
    .selectFrom('access_token')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow()
  return count
}

export function insertAccessToken(db: UserDatabase, token: NewAccessToken): Promise<AccessToken> {
  return db
    .insertInto('access_token')
    .values({
      id: token.id,
      name: token.name,
      scopes: [...token.scopes],
      token_hash: token.tokenHash,
      expires_at: token.expiresAt,
    })
    .returning(tokenColumns)
    .$narrowType<AccessToken>()
    .executeTakeFirstOrThrow()
}

/** Undefined when there is none to revoke. */
export function setAccessTokenRevoked(
  db: UserDatabase,
  id: string,
): Promise<AccessToken | undefined> {
  return db
    .updateTable('access_token')
    .set({ revoked_at: sql<string>`now()` })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returning(tokenColumns)
    .$narrowType<AccessToken>()
    .executeTakeFirst()
}

/** Records that it is being used, unless that was recorded a moment ago. */
export async function noteAccessTokenUse(db: UserDatabase, id: string): Promise<void> {
  await db
    .updateTable('access_token')
    .set({ last_used_at: sql<string>`now()` })
    .where('id', '=', id)
    .where(({ or, eb }) =>
      or([
        eb('last_used_at', 'is', null),
        eb('last_used_at', '<', sql<string>`now() - make_interval(secs => ${lastUseSeconds})`),
      ]),
    )
    .execute()
}

/** The names of tokens by id, including revoked ones. */
export async function findAccessTokenNames(
  db: UserDatabase,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('access_token')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

function keptTokens(db: UserDatabase) {
  return db
    .selectFrom('access_token')
    .select(tokenColumns)
    .where('revoked_at', 'is', null)
    .$narrowType<AccessToken>()
}
