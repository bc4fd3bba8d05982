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

/** One thing wrong with an input, and where: `['input', 'title']`. */
export interface InputIssue {
  path: (string | number)[]
  message: string
}

/** A failure the caller is meant to understand: its message is shown to them as it is. */
export class AppError extends Error {
  override name = 'AppError'
  readonly code: ErrorCode
  readonly issues: readonly InputIssue[] | undefined

  constructor(code: ErrorCode, message: string, issues?: readonly InputIssue[]) {
    super(message)
    this.code = code
    this.issues = issues
  }
}

/** Refused for the moment: the same request may be fine after so many seconds. */
export class RetryLaterError extends AppError {
  readonly retryAfterSeconds: number

  constructor(
    code: 'RATE_LIMITED' | 'SERVICE_UNAVAILABLE',
    message: string,
    retryAfterSeconds: number,
  ) {
    super(code, message)
    this.retryAfterSeconds = retryAfterSeconds
  }
}

/** The person asks for too much, and how long until they may try again. */
export class RateLimitedError extends RetryLaterError {
  /** @param message what was too much; without one, that it was more than the budget holds */
  constructor(retryAfterSeconds: number, message?: string) {
    const wait = `${retryAfterSeconds} second${retryAfterSeconds === 1 ? '' : 's'}`
    const cause = message ?? 'That was more than your budget holds.'
    super('RATE_LIMITED', `${cause} Wait ${wait}, then try again.`, retryAfterSeconds)
  }
}

/** The same words for an object of somebody else and for one that does not exist. */
export function notFound(noun: string, path: (string | number)[] = ['input', 'id']): AppError {
  const message = `There is no ${noun} with this id`
  return new AppError('NOT_FOUND', message, [{ path, message }])
}

/** Every problem of an input at once. */
export function badUserInput(issues: readonly InputIssue[]): AppError {
  return new AppError('BAD_USER_INPUT', issues.map((issue) => issue.message).join(' '), issues)
}

/** @throws AppError `LIMIT_EXCEEDED` when somebody would have more of something than they may */
export function requireRoom(things: string, count: number, limit: number): void {
  if (count <= limit) return
  const most = limit.toLocaleString('en')
  throw new AppError(
    'LIMIT_EXCEEDED',
    `You can have ${most} ${things}, and this would make ${count.toLocaleString('en')}. Delete some first.`,
  )
}

/** The state of things doesn't allow it, and the words say what would. */
export function conflict(message: string, path: (string | number)[] = ['input', 'id']): AppError {
  return new AppError('CONFLICT', message, [{ path, message }])
}
