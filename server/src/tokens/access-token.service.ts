import { randomUUIDv7 } from 'node:crypto'
import { writeOwnerNotice } from '../account/owner-notice.service.ts'
import { hashAccessToken, makeAccessToken } from '../auth/access-token.ts'
import type { TokenScope } from '../auth/viewer.ts'
import type { UserDatabase } from '../db/user-database.ts'
import { isUuid } from '../domain/ids.ts'
import { accessTokenDays, textLimits } from '../domain/limits.ts'
import { checkText } from '../domain/text/text.ts'
import { badUserInput, type InputIssue, notFound, requireWithin } from '../errors.ts'
import type { Mail } from '../mail/mail.ts'
import {
  type AccessToken,
  countAccessTokens,
  insertAccessToken,
  setAccessTokenRevoked,
} from './access-token.queries.ts'
import { newTokenMail } from './new-token.mail.ts'

const dayMs = 86_400_000

export type AccessTokenDraft = {
  name: string
  scopes: readonly TokenScope[]
  /** Undefined: after the usual time. Null: never. */
  expiresAt?: string | null | undefined
}

/**
 * Creates an access token. The second value is the token itself, which nobody can show again.
 *
 * @throws AppError `BAD_USER_INPUT` with every problem, `LIMIT_EXCEEDED`
 */
export async function createAccessToken(
  db: UserDatabase,
  draft: AccessTokenDraft,
): Promise<{ accessToken: AccessToken; token: string }> {
  const issues: InputIssue[] = []
  const name = checkText(draft.name, textLimits.accessTokenName)
  if (!name.ok) issues.push({ path: ['input', 'name'], message: name.message })
  if (draft.scopes.length === 0)
    issues.push({ path: ['input', 'scopes'], message: 'A token needs at least one scope.' })
  const now = Date.now()
  const expiry = findExpiryProblem(draft.expiresAt, now)
  if (expiry) issues.push({ path: ['input', 'expiresAt'], message: expiry })
  if (!name.ok || issues.length > 0) throw badUserInput(issues)
  requireWithin('accessTokens', (await countAccessTokens(db)) + 1)
  const token = makeAccessToken()
  const accessToken = await insertAccessToken(db, {
    id: randomUUIDv7(),
    name: name.value,
    scopes: [...new Set(draft.scopes)].sort(),
    tokenHash: hashAccessToken(token),
    expiresAt:
      draft.expiresAt === undefined
        ? new Date(now + accessTokenDays.default * dayMs).toISOString()
        : draft.expiresAt,
  })
  return { accessToken, token }
}

/**
 * Revokes one of the person's access tokens and returns it as it was.
 *
 * @throws AppError `NOT_FOUND`
 */
export async function revokeAccessToken(db: UserDatabase, id: string): Promise<AccessToken> {
  const revoked = isUuid(id) ? await setAccessTokenRevoked(db, id) : undefined
  if (!revoked) throw notFound('access token')
  return revoked
}

/** The mail that tells a token's owner of it; undefined when they got many of them within the hour. */
export function writeTokenNotice(
  db: UserDatabase,
  { name, scopes, createdAt }: AccessToken,
  webUrl: string,
): Promise<Mail | undefined> {
  return writeOwnerNotice(db, { made: 'access_token', createdAt }, (to, when) =>
    newTokenMail(to, { name, scopes, when }, `${webUrl}/settings/tokens`),
  )
}

function findExpiryProblem(expiresAt: string | null | undefined, now: number): string | undefined {
  if (expiresAt == null) return undefined
  const expiry = Date.parse(expiresAt)
  if (expiry <= now) return 'The expiry lies in the past. Choose a later one.'
  if (expiry <= now + accessTokenDays.max * dayMs) return undefined
  return `The expiry lies more than ${accessTokenDays.max} days ahead. Choose an earlier one, or null for a token that never expires.`
}
