import type { Scope, Viewer } from './auth/viewer.ts'
import { type Excess, findExcess, type LimitName } from './domain/excess.ts'
import { longestMessage, maxReportedProblems } from './domain/limits.ts'
import type { ConflictReason, ErrorDetails, RateLimitReason } from './error-reasons.ts'

/** The stable codes of failures; `docs/errors.md` lists each with its cause and cure. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'BAD_USER_INPUT'
  | 'CONFLICT'
  | 'LIMIT_EXCEEDED'
  | 'QUERY_TOO_COMPLEX'
  | 'RATE_LIMITED'
  | 'SERVICE_UNAVAILABLE'
  | 'INTERNAL_SERVER_ERROR'

/** Where the documentation explains a code. */
export function helpUrl(apiUrl: string, code: ErrorCode): string {
  return `${apiUrl}/docs/errors#${code}`
}

/** One thing wrong with an input, and where: `['input', 'title']`. */
export type InputIssue = {
  path: (string | number)[]
  message: string
}

/** Errors of a code that has details can't be made without them. */
type DetailsOf<Code extends ErrorCode> = Code extends keyof ErrorDetails
  ? [details: ErrorDetails[Code]]
  : []

/**
 * A failure that the caller can understand: its message is shown to them as it is. The number of issues is
 * limited, however much is wrong, and so is the length of each.
 */
export class AppError<Code extends ErrorCode = ErrorCode> extends Error {
  override name = 'AppError'
  readonly code: Code
  readonly issues: readonly InputIssue[] | undefined
  /** For programs, in `extensions` beside the code. */
  readonly details: ErrorDetails[keyof ErrorDetails] | undefined

  constructor(
    code: Code,
    message: string,
    issues?: readonly InputIssue[] | undefined,
    ...[details]: DetailsOf<Code>
  ) {
    super(shorten(message))
    this.code = code
    this.details = details
    this.issues = issues
      ?.slice(0, maxReportedProblems)
      .map((issue) => ({ ...issue, message: shorten(issue.message) }))
  }
}

/** Refused for the moment: the same request may be fine after so many seconds. */
export class RetryLaterError<
  Code extends 'RATE_LIMITED' | 'SERVICE_UNAVAILABLE' = 'RATE_LIMITED' | 'SERVICE_UNAVAILABLE',
> extends AppError<Code> {
  readonly retryAfterSeconds: number

  constructor(code: Code, message: string, retryAfterSeconds: number, ...details: DetailsOf<Code>) {
    super(code, message, undefined, ...details)
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** The person asks for too much, and how long until they may try again. */
export class RateLimitedError extends RetryLaterError<'RATE_LIMITED'> {
  /** @param message what was too much; without one, that it was more than the budget holds */
  constructor(
    retryAfterSeconds: number,
    message = 'That was more than your budget holds.',
    reason: RateLimitReason = 'BUDGET_USED_UP',
  ) {
    const wait = `${retryAfterSeconds} second${retryAfterSeconds === 1 ? '' : 's'}`
    const words = `${message} Wait ${wait}, then try again.`
    super('RATE_LIMITED', words, retryAfterSeconds, { reason })
  }
}

/** The same words for an object of somebody else and for one that does not exist. */
export function notFound(noun: string, path: (string | number)[] = ['input', 'id']): AppError {
  const message = `There is no ${noun} with this id`
  return new AppError('NOT_FOUND', message, [{ path, message }])
}

/** Every problem of an input at once, up to the reported number. */
export function badUserInput(issues: readonly InputIssue[]): AppError {
  const words = issues.slice(0, maxReportedProblems).map((issue) => shorten(issue.message))
  return new AppError('BAD_USER_INPUT', words.join(' '), issues)
}

/** Every `LIMIT_EXCEEDED` is made here, so that one limit has one sentence. */
export function limitExceeded(
  { message }: Pick<Excess, 'message'>,
  path?: (string | number)[],
): AppError {
  return new AppError('LIMIT_EXCEEDED', message, path && [{ path, message }])
}

/** The same of several that are beyond a limit, and nothing else wrong. */
export function limitsExceeded(issues: readonly InputIssue[]): AppError {
  const words = new Set(issues.slice(0, maxReportedProblems).map((issue) => shorten(issue.message)))
  return new AppError('LIMIT_EXCEEDED', [...words].join(' '), issues)
}

/** @throws AppError `LIMIT_EXCEEDED` when there would be more of something than there may */
export function requireWithin(limit: LimitName, found: number, path?: (string | number)[]): void {
  const excess = findExcess(limit, found)
  if (excess) throw limitExceeded(excess, path)
}

/** The state of things doesn't allow it, and the words say what would. */
export function conflict(
  reason: ConflictReason,
  message: string,
  path: (string | number)[] = ['input', 'id'],
): AppError {
  return new AppError('CONFLICT', message, [{ path, message }], { reason })
}

/**
 * The viewer's token lacks a scope.
 *
 * @param purpose what takes the scope, as the words go on after “which”
 */
export function forbidden({ scopes }: Viewer, lacking: Scope, purpose: string): AppError {
  const isForSessions = lacking === 'account:manage'
  const message = isForSessions
    ? `The token lacks the scope ${lacking}, which ${purpose}. Only the token of a session has it.`
    : `The token lacks the scope ${lacking}, which ${purpose}. Use a token that has it.`
  return new AppError('FORBIDDEN', message, undefined, {
    reason: isForSessions ? 'SESSION_REQUIRED' : 'SCOPE_MISSING',
    requiredScopes: [lacking],
    tokenScopes: [...scopes],
  })
}

/** A message as long as anybody reads it: it may repeat what was sent, and that can be a megabyte. */
export function shorten(message: string): string {
  return message.length <= longestMessage ? message : `${message.slice(0, longestMessage - 1)}…`
}
