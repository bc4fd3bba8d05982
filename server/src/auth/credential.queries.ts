import { type Kysely, sql } from 'kysely'
import { lastUseSeconds } from '../domain/limits.ts'
import type { TokenScope } from './viewer.ts'

/** The tables that their owner reads before the person of a request is known. */
export type CredentialTables = {
  auth_session: { id: string; user_id: string; expires_at: Date; last_used_at: Date }
  access_token: {
    id: string
    user_id: string
    token_hash: Uint8Array
    scopes: TokenScope[]
    expires_at: Date | null
    last_used_at: Date | null
    revoked_at: Date | null
  }
  feed: {
    id: string
    user_id: string
    name: string
    view_id: string | null
    secret_hash: Uint8Array
    revoked_at: Date | null
  }
}

const usedLongAgo = sql<boolean>`
  coalesce(last_used_at < now() - make_interval(secs => ${lastUseSeconds}), true)`

export type LivingSession = {
  id: string
  userId: string
  usedLongAgo: boolean
}

/** Those of the sessions that have neither been ended nor expired. */
export function listLivingSessions(
  owner: Kysely<CredentialTables>,
  ids: readonly string[],
): Promise<LivingSession[]> {
  return owner
    .selectFrom('auth_session')
    .select(['id', 'user_id as userId', usedLongAgo.as('usedLongAgo')])
    .where('id', '=', sql<string>`any(${ids}::text[])`)
    .where('expires_at', '>', new Date())
    .execute()
}

export type MadeAccessToken = {
  id: string
  userId: string
  hash: Uint8Array
  scopes: TokenScope[]
  expiresAt: Date | null
  revokedAt: Date | null
  usedLongAgo: boolean
}

/** The access tokens with these hashes, including ended ones as long as they are kept. */
export function listMadeAccessTokens(
  owner: Kysely<CredentialTables>,
  hashes: readonly Uint8Array[],
): Promise<MadeAccessToken[]> {
  return owner
    .selectFrom('access_token')
    .select([
      'id',
      'user_id as userId',
      'token_hash as hash',
      'scopes',
      'expires_at as expiresAt',
      'revoked_at as revokedAt',
      usedLongAgo.as('usedLongAgo'),
    ])
    .where('token_hash', '=', sql<Uint8Array>`any(${hashes}::bytea[])`)
    .execute()
}

/** A calendar that somebody may read who knows the secret of its address. */
export type MadeFeed = {
  id: string
  userId: string
  name: string
  /** Null: everything with a day. */
  viewId: string | null
  hash: Uint8Array
}

/** The feeds with these hashes that have not been revoked. */
export function listMadeFeeds(
  owner: Kysely<CredentialTables>,
  hashes: readonly Uint8Array[],
): Promise<MadeFeed[]> {
  return owner
    .selectFrom('feed')
    .select(['id', 'user_id as userId', 'name', 'view_id as viewId', 'secret_hash as hash'])
    .where('secret_hash', '=', sql<Uint8Array>`any(${hashes}::bytea[])`)
    .where('revoked_at', 'is', null)
    .execute()
}
