import { createHmac, randomBytes } from 'node:crypto'
import type { TokenProblem } from '../error-reasons.ts'
import { isAccessToken } from './access-token.ts'
import { type ApiTokenSettings, InvalidTokenError } from './api-token.ts'
import {
  type Credential,
  type CredentialLookup,
  readAccessToken,
  readApiToken,
} from './credential.ts'
import type { Viewer } from './viewer.ts'

export type AuthenticatorOptions = {
  token: ApiTokenSettings
  lookup: CredentialLookup
  /** Records that the viewer's session or access token was used. Nobody waits for it. */
  noteUse(viewer: Viewer): void
}

/** No token, or an invalid one. The description is sent only if there was a token. */
export class UnauthenticatedError extends Error {
  override name = 'UnauthenticatedError'
  readonly reason: TokenProblem
  constructor(reason: TokenProblem, message: string) {
    super(message)
    this.reason = reason
  }

  /** For `WWW-Authenticate`. RFC 6750 section 3: it names an error only when a token was sent. */
  get challenge(): string {
    if (this.reason === 'NO_TOKEN') return 'Bearer realm="tend"'
    const description = this.message.replaceAll('"', "'")
    return `Bearer realm="tend", error="invalid_token", error_description="${description}"`
  }
}

/** @param howSure `fresh`: checks again whether it has been ended, however recent the last check */
export type Authenticate = (
  authorization: string | undefined,
  howSure?: 'remembered' | 'fresh',
) => Promise<Viewer>

// Every process must refuse ended sessions and tokens within 10 seconds.
const lookAgainMs = 5_000
const maxCachedTokens = 10_000

type CachedToken = {
  credential: Credential
  viewer: Viewer
  lookedUpAtMs: number
}

/**
 * Turns an `Authorization` header (RFC 6750) into the viewer, by an API token of a session or by a
 * personal access token. Either is read once and then cached until it ends; only whether it has been
 * ended is looked up again, every few seconds. A token that can't be ours costs no database connection.
 *
 * @throws UnauthenticatedError for anything but a valid token
 */
export function createAuthenticator(options: AuthenticatorOptions): Authenticate {
  const cache = new Map<string, CachedToken>()
  const cacheKey = createCacheKeys()

  return async function authenticate(authorization, howSure = 'remembered') {
    const token = readBearerToken(authorization)
    const key = cacheKey(token)
    const nowMs = Date.now()
    const cached = cache.get(key)
    const credential = cached?.credential ?? (await readCredential(token, options))
    if (credential.expiresAtMs <= nowMs) {
      cache.delete(key)
      throw new UnauthenticatedError('EXPIRED', 'The token has expired')
    }
    const isFresh = cached && nowMs < cached.lookedUpAtMs + lookAgainMs
    if (isFresh && howSure === 'remembered') return cached.viewer
    const bearer = await credential.findBearer().catch((error: unknown) => {
      if (error instanceof InvalidTokenError) cache.delete(key)
      throw asUnauthenticated(error)
    })
    const { viewer, usedLongAgo } = bearer
    if (usedLongAgo) options.noteUse(viewer)
    remember(cache, key, { credential, viewer, lookedUpAtMs: nowMs })
    return viewer
  }
}

/** Why a token is no longer valid; undefined when it is, or when that can't be found out now. */
export async function findEnd(
  authenticate: Authenticate,
  ...asked: Parameters<Authenticate>
): Promise<UnauthenticatedError | undefined> {
  try {
    await authenticate(...asked)
  } catch (error) {
    if (error instanceof UnauthenticatedError) return error
  }
  return undefined
}

function readBearerToken(authorization: string | undefined): string {
  if (!authorization) throw new UnauthenticatedError('NO_TOKEN', 'A bearer token is needed')
  const match = /^Bearer +([\w.~+/-]+=*) *$/i.exec(authorization)
  if (!match?.[1])
    throw new UnauthenticatedError(
      'MALFORMED',
      'The Authorization header must read "Bearer <token>"',
    )
  return match[1]
}

/**
 * Returns the cache key of a token: a digest with a random key of this process. So only the token itself leads
 * to its cache entry, not its stored hash nor anything else a caller could send, and the cache contains no
 * token.
 */
function createCacheKeys(): (token: string) => string {
  const secret = randomBytes(32)
  return (token) => createHmac('sha256', secret).update(token).digest('base64')
}

async function readCredential(
  token: string,
  { token: settings, lookup }: AuthenticatorOptions,
): Promise<Credential> {
  try {
    if (isAccessToken(token)) return readAccessToken(token, lookup)
    return await readApiToken(token, settings, lookup)
  } catch (error) {
    throw asUnauthenticated(error)
  }
}

function asUnauthenticated(error: unknown): unknown {
  return error instanceof InvalidTokenError
    ? new UnauthenticatedError(error.reason, error.message)
    : error
}

function remember(cache: Map<string, CachedToken>, key: string, entry: CachedToken): void {
  // A map keeps the order of insertion, so its first key is the least recently used.
  cache.delete(key)
  cache.set(key, entry)
  const oldest = cache.size > maxCachedTokens ? cache.keys().next().value : undefined
  if (oldest !== undefined) cache.delete(oldest)
}
