import {
  type ApiTokenSettings,
  CLOCK_TOLERANCE_SECONDS,
  InvalidTokenError,
  verifyApiToken,
} from './api-token.ts'
import { sessionScopes, type Viewer } from './viewer.ts'

export interface AuthenticatorOptions {
  token: ApiTokenSettings
  isSessionAlive(session: { sessionId: string; userId: string }): Promise<boolean>
}

/** No token, or none that opens the door. The description is sent only when a token was. */
export class UnauthenticatedError extends Error {
  override name = 'UnauthenticatedError'
  readonly tokenSent: boolean
  constructor(message: string, tokenSent: boolean) {
    super(message)
    this.tokenSent = tokenSent
  }
}

export type Authenticate = (authorization: string | undefined) => Promise<Viewer>

// A session that ended must stop opening the door within 10 seconds in every process.
const SESSION_RECHECK_MS = 5_000
const MAX_CACHED_TOKENS = 10_000

interface CachedToken {
  viewer: Viewer
  expiresAtMs: number
  sessionCheckedAtMs: number
}

/**
 * Turns an `Authorization` header (RFC 6750) into the viewer. A token is verified once and then
 * remembered until it ends; only its session is looked up again, every few seconds. A bad token
 * costs no database connection.
 *
 * @throws UnauthenticatedError for anything but a valid token of a living session
 */
export function createAuthenticator(options: AuthenticatorOptions): Authenticate {
  const cache = new Map<string, CachedToken>()

  return async function authenticate(authorization) {
    const token = readBearerToken(authorization)
    const nowMs = Date.now()
    const cached = cache.get(token) ?? (await verify(token, options.token))
    if (cached.expiresAtMs <= nowMs) {
      cache.delete(token)
      throw new UnauthenticatedError('The token has expired', true)
    }
    if (cached.sessionCheckedAtMs + SESSION_RECHECK_MS <= nowMs) {
      if (!(await options.isSessionAlive(cached.viewer))) {
        cache.delete(token)
        throw new UnauthenticatedError('The session of this token has ended', true)
      }
      cached.sessionCheckedAtMs = nowMs
      remember(cache, token, cached)
    }
    return cached.viewer
  }
}

function readBearerToken(authorization: string | undefined): string {
  if (!authorization) throw new UnauthenticatedError('A bearer token is needed', false)
  const match = /^Bearer +([\w.~+/-]+=*) *$/i.exec(authorization)
  if (!match?.[1])
    throw new UnauthenticatedError('The Authorization header must read "Bearer <token>"', true)
  return match[1]
}

async function verify(token: string, settings: ApiTokenSettings): Promise<CachedToken> {
  try {
    const { userId, sessionId, expiresAt } = await verifyApiToken(token, settings)
    const viewer: Viewer = { userId, sessionId, scopes: sessionScopes }
    const expiresAtMs = (expiresAt + CLOCK_TOLERANCE_SECONDS) * 1000
    return { viewer, expiresAtMs, sessionCheckedAtMs: 0 }
  } catch (error) {
    if (error instanceof InvalidTokenError) throw new UnauthenticatedError(error.message, true)
    throw error
  }
}

function remember(cache: Map<string, CachedToken>, token: string, entry: CachedToken): void {
  // A map keeps its order of insertion, so its first key is the one longest unused.
  cache.delete(token)
  cache.set(token, entry)
  const oldest = cache.size > MAX_CACHED_TOKENS ? cache.keys().next().value : undefined
  if (oldest !== undefined) cache.delete(oldest)
}
