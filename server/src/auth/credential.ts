import { hashAccessToken } from './access-token.ts'
import {
  type ApiTokenSettings,
  clockToleranceSeconds,
  InvalidTokenError,
  verifyApiToken,
} from './api-token.ts'
import type { LivingSession, MadeAccessToken, MadeFeed } from './credential.queries.ts'
import { sessionScopes, type Viewer } from './viewer.ts'

/** A well-formed token. Only the database knows whether it is still valid. */
export type Credential = {
  expiresAtMs: number
  /**
   * The person it belongs to, and its permissions.
   *
   * @throws InvalidTokenError when its session, or it itself, has been ended
   */
  findBearer(): Promise<Bearer>
}

export type Bearer = {
  viewer: Viewer
  /** Whether it is time to record that it was used. */
  usedLongAgo: boolean
}

/** How well-formed tokens are looked up. */
export type CredentialLookup = {
  findLivingSession(session: {
    sessionId: string
    userId: string
  }): Promise<LivingSession | undefined>
  findAccessToken(tokenHash: Uint8Array): Promise<MadeAccessToken | undefined>
  /** One that has not been revoked. */
  findFeed(secretHash: Uint8Array): Promise<MadeFeed | undefined>
}

/**
 * The API token of a session, which may do everything.
 *
 * @throws InvalidTokenError
 */
export async function readApiToken(
  token: string,
  settings: ApiTokenSettings,
  lookup: CredentialLookup,
): Promise<Credential> {
  const { userId, sessionId, expiresAt } = await verifyApiToken(token, settings)
  const viewer: Viewer = { userId, via: { kind: 'session', id: sessionId }, scopes: sessionScopes }
  return {
    expiresAtMs: (expiresAt + clockToleranceSeconds) * 1000,
    async findBearer() {
      const found = await lookup.findLivingSession({ sessionId, userId })
      if (!found)
        throw new InvalidTokenError('SESSION_ENDED', 'The session of this token has ended')
      return { viewer, usedLongAgo: found.usedLongAgo }
    },
  }
}

/**
 * A personal access token, which may do what it was given.
 *
 * @throws InvalidTokenError
 */
export function readAccessToken(token: string, lookup: CredentialLookup): Credential {
  const hash = hashAccessToken(token)
  return {
    // Its end is known only after the look-up.
    expiresAtMs: Number.POSITIVE_INFINITY,
    async findBearer() {
      const found = await lookup.findAccessToken(hash)
      // Only holders of the token itself get further than this: its hash can't be guessed.
      if (!found)
        throw new InvalidTokenError(
          'UNKNOWN',
          'The access token was never made here, or is long gone',
        )
      const { id, userId, scopes, expiresAt, revokedAt, usedLongAgo } = found
      if (revokedAt) throw new InvalidTokenError('REVOKED', 'The access token was revoked')
      if (expiresAt && expiresAt <= new Date())
        throw new InvalidTokenError('EXPIRED', 'The access token has expired')
      const tokenExpiresAt = expiresAt?.toISOString()
      return {
        viewer: { userId, via: { kind: 'token', id }, scopes: new Set(scopes), tokenExpiresAt },
        usedLongAgo,
      }
    },
  }
}
