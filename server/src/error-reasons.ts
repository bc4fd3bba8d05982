import type { Scope } from './auth/viewer.ts'

/** Why the state of things doesn't allow what was asked for; `docs/errors.md` lists the cures. */
export type ConflictReason =
  | 'IN_TRASH'
  | 'NOT_IN_TRASH'
  | 'ID_TAKEN'
  | 'KEY_REUSED'
  | 'MUTATION_ID_REUSED'
  | 'NAME_TAKEN'
  | 'CHANGED_SINCE'
  | 'TOO_OLD'
  | 'BY_SYSTEM'
  | 'DELETED_FOR_GOOD'
  | 'IS_INBOX'
  | 'NOT_REPEATING'
  | 'COMPLETED'
  | 'LAST_OCCURRENCE'
  | 'NEXT_EXISTS'
  | 'SEVERAL'

/** Why a request counts as nobody's. */
export type TokenProblem =
  | 'NO_TOKEN'
  | 'MALFORMED'
  | 'INVALID'
  | 'WRONG_AUDIENCE'
  | 'EXPIRED'
  | 'REVOKED'
  | 'SESSION_ENDED'
  | 'UNKNOWN'

export type RateLimitReason = 'BUDGET_USED_UP' | 'TOO_MANY_WAITING' | 'TRANSFER_RUNNING'

/** What a token would need, and what it has. */
export type LackingScope = {
  /** `SESSION_REQUIRED`: no access token can have that scope. */
  reason: 'SCOPE_MISSING' | 'SESSION_REQUIRED'
  requiredScopes: readonly Scope[]
  tokenScopes: readonly Scope[]
}

/** What errors with these codes have for programs in `extensions`, beside the code. */
export type ErrorDetails = {
  CONFLICT: { reason: ConflictReason }
  FORBIDDEN: LackingScope
  UNAUTHENTICATED: { reason: TokenProblem }
  RATE_LIMITED: { reason: RateLimitReason }
}
