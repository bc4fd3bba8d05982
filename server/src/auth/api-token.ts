import { hkdfSync } from 'node:crypto'
import { errors, jwtVerify, SignJWT } from 'jose'
import type { TokenProblem } from '../error-reasons.ts'

/** The settings that the web app and the API share. */
export type ApiTokenSettings = {
  /** The secret shared with Better Auth; the previous one is still accepted while it is rotated. */
  secrets: { current: string; previous?: string | undefined }
  /** The web app's base URL. */
  issuer: string
  /** The API's address. */
  audience: string
  ttlSeconds: number
}

export type ApiTokenClaims = {
  userId: string
  sessionId: string
}

export interface VerifiedApiToken extends ApiTokenClaims {
  /** Seconds since 1970: the end that it claims, or the end of the configured life if that is earlier. */
  expiresAt: number
}

/** The token isn't ours, isn't for this API, or is no longer valid. */
export class InvalidTokenError extends Error {
  override name = 'InvalidTokenError'
  readonly reason: TokenProblem
  constructor(reason: TokenProblem, message: string) {
    super(message)
    this.reason = reason
  }
}

const algorithm = 'HS256'
const tokenType = 'at+jwt'
/** How far the clocks of the web app and the API may differ. */
export const clockToleranceSeconds = 10

/** Makes an API token (RFC 9068's `at+jwt` type, HS256) for a person's session. */
export async function mintApiToken(
  claims: ApiTokenClaims,
  settings: ApiTokenSettings,
  now: Date = new Date(),
): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000)
  return new SignJWT({ sid: claims.sessionId })
    .setProtectedHeader({ alg: algorithm, typ: tokenType })
    .setSubject(claims.userId)
    .setIssuer(settings.issuer)
    .setAudience(settings.audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + settings.ttlSeconds)
    .sign(deriveApiTokenKey(settings.secrets.current))
}

/**
 * Returns the claims of a token that was signed with one of the secrets, for this issuer and audience, hasn't
 * ended and is no older than the configured life, whatever end it claims.
 *
 * @throws InvalidTokenError for anything else, with a reason that reveals nothing about the keys
 */
export async function verifyApiToken(
  token: string,
  settings: ApiTokenSettings,
  now: Date = new Date(),
): Promise<VerifiedApiToken> {
  const { current, previous } = settings.secrets
  try {
    return await verifyWith(deriveApiTokenKey(current), token, settings, now)
  } catch (error) {
    if (!(error instanceof errors.JWSSignatureVerificationFailed) || !previous)
      throw asInvalid(error)
  }
  try {
    return await verifyWith(deriveApiTokenKey(previous), token, settings, now)
  } catch (error) {
    throw asInvalid(error)
  }
}

/**
 * The key of API tokens, derived from the shared secret and never the secret itself: Better Auth
 * signs its e-mail verification tokens with the secret itself, also in HS256, so a token of one kind
 * would be accepted as the other. HKDF-SHA-256, RFC 5869.
 */
export function deriveApiTokenKey(secret: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', secret, '', 'tend:api-token:v1', 32))
}

async function verifyWith(
  key: Uint8Array,
  token: string,
  settings: ApiTokenSettings,
  now: Date,
): Promise<VerifiedApiToken> {
  const { payload } = await jwtVerify(token, key, {
    algorithms: [algorithm],
    typ: tokenType,
    issuer: settings.issuer,
    audience: settings.audience,
    requiredClaims: ['sub', 'sid', 'iat', 'exp'],
    maxTokenAge: settings.ttlSeconds,
    clockTolerance: clockToleranceSeconds,
    currentDate: now,
  })
  const { sub, sid, iat, exp } = payload
  if (!sub || typeof sid !== 'string' || !sid || !iat || !exp)
    throw new InvalidTokenError('INVALID', 'The token lacks a claim')
  const expiresAt = Math.min(exp, iat + settings.ttlSeconds)
  return { userId: sub, sessionId: sid, expiresAt }
}

/** Claims are read only if the signature is valid, so only the token's holder learns anything about them. */
function asInvalid(error: unknown): unknown {
  if (error instanceof errors.JWTExpired)
    return new InvalidTokenError('EXPIRED', 'The token has expired')
  if (error instanceof errors.JWTClaimValidationFailed && isAudienceOrIssuer(error.claim))
    return new InvalidTokenError('WRONG_AUDIENCE', 'The token was made for another API')
  if (error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid)
    return new InvalidTokenError('MALFORMED', 'The token is not whole; copy all of it')
  if (error instanceof errors.JOSEError)
    return new InvalidTokenError('INVALID', 'The token is not valid')
  return error
}

function isAudienceOrIssuer(claim: string): boolean {
  return claim === 'aud' || claim === 'iss'
}
