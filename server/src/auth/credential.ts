import { hashAccessToken } from './access-token.ts'
import { type ApiTokenSettings, CLOCK_TOLERANCE_SECONDS, verifyApiToken } from './api-token.ts'
import type { LivingAccessToken, LivingSession } from './door.queries.ts'
import { sessionScopes, type Viewer } from './viewer.ts'

/** A token that is in order by itself. Whether it still counts is for the database to say. */
export interface Credential {
  expiresAtMs: number
  /** Whom it stands for; undefined when its session, or it itself, has been ended. */
  findBearer(): Promise<Bearer | undefined>
  /** The description of a refusal when there is none. */
  ended: string
}

export interface Bearer {
  viewer: Viewer
  /** Whether it is time to write down that it was used. */
  usedLongAgo: boolean
}

/** How the tokens that are in order are looked up. */
export interface CredentialLookup {
  findLivingSession(session: {
    sessionId: string
    userId: string
  }): Promise<LivingSession | undefined>
  findLivingAccessToken(tokenHash: Uint8Array): Promise<LivingAccessToken | undefined>
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
    expiresAtMs: (expiresAt + CLOCK_TOLERANCE_SECONDS) * 1000,
    ended: 'The session of this token has ended',
    async findBearer() {
      const found = await lookup.findLivingSession({ sessionId, userId })
      return found && { viewer, usedLongAgo: found.usedLongAgo }
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
    // The look-up knows when it ends.
    expiresAtMs: Number.POSITIVE_INFINITY,
    ended: 'The access token has expired, was revoked, or was never made here',
    async findBearer() {
      const found = await lookup.findLivingAccessToken(hash)
      if (!found) return undefined
      const { id, userId, scopes, expiresAt, usedLongAgo } = found
      const tokenExpiresAt = expiresAt?.toISOString()
      return {
        viewer: { userId, via: { kind: 'token', id }, scopes: new Set(scopes), tokenExpiresAt },
        usedLongAgo,
      }
    },
  }
}
