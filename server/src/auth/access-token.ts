import { InvalidTokenError } from './api-token.ts'
import { hashPrefixedSecret, makePrefixedSecret } from './prefixed-secret.ts'

const tokenPrefix = 'tend_pat_'

export function makeAccessToken(): string {
  return makePrefixedSecret(tokenPrefix)
}

/** Whether a text looks like a personal access token, complete or not. */
export function isAccessToken(text: string): boolean {
  return text.startsWith(tokenPrefix)
}

/**
 * The hash by which a personal access token is stored and found.
 *
 * @throws InvalidTokenError for a text that can't be a token
 */
export function hashAccessToken(token: string): Buffer {
  const hash = hashPrefixedSecret(tokenPrefix, token)
  if (!hash)
    throw new InvalidTokenError('MALFORMED', 'The access token is not whole; copy all of it')
  return hash
}
