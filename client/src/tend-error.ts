/** The codes of the API, which https://…/docs/errors explains, and two for when there was no answer of it. */
export type KnownErrorCode =
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
  /** Nothing came, or the connection broke before all of it had. */
  | 'UNREACHABLE'
  /** What came isn't an answer of the API; a proxy may have sent it. */
  | 'UNREADABLE'

/** A later API may have more. */
export type ErrorCode = KnownErrorCode | (string & {})

/** One error of an answer, as the API sends it. */
export type AnswerError = {
  message: string
  path?: readonly (string | number)[]
  extensions?: {
    code?: string
    reason?: string
    requestId?: string
    issues?: readonly InputIssue[]
    mutationId?: string
    mutationIds?: readonly string[]
    requiredScopes?: readonly string[]
    [name: string]: unknown
  }
}

/** One thing wrong with an input, and where: `['input', 'title']`. */
export type InputIssue = {
  path: readonly (string | number)[]
  message: string
}

type Facts = {
  message: string
  code: ErrorCode
  status?: number | undefined
  requestId?: string | undefined
  retryAfterSeconds?: number | undefined
  /** All of the answer, the first of which speaks for them. */
  errors?: readonly AnswerError[]
  data?: unknown
  cause?: unknown
}

/** Every failure of a call. Programs decide by `code`, and by `reason` where a code has several causes. */
export class TendError extends Error {
  override name = 'TendError'
  readonly code: ErrorCode
  readonly reason: string | undefined
  /** Where in the answer; it begins with the name of the query or mutation. */
  readonly path: readonly (string | number)[]
  /** Everything that is wrong with the input, with words to show beside each field. */
  readonly issues: readonly InputIssue[]
  /** To be quoted in a report. */
  readonly requestId: string | undefined
  /** How long the API asks to wait. */
  readonly retryAfterSeconds: number | undefined
  /** Mutations of the request that have happened all the same; `undo` takes them back. */
  readonly mutationIds: readonly string[]
  /** Of HTTP; undefined when nothing came. */
  readonly status: number | undefined
  readonly errors: readonly AnswerError[]
  /** What was answered beside the errors. */
  readonly data: unknown

  constructor({ message, code, status, requestId, retryAfterSeconds, errors, data, cause }: Facts) {
    super(message, { cause })
    const { path = [], extensions = {} } = errors?.[0] ?? {}
    const { reason, issues = [], mutationId, mutationIds } = extensions
    this.code = code
    this.reason = reason
    this.path = path
    this.issues = issues
    this.requestId = extensions.requestId ?? requestId
    this.retryAfterSeconds = retryAfterSeconds
    this.mutationIds = mutationIds ?? (mutationId === undefined ? [] : [mutationId])
    this.status = status
    this.errors = errors ?? []
    this.data = data ?? null
  }
}

const gatewayStatuses = [429, 502, 503, 504]
const transientCodes: readonly ErrorCode[] = ['RATE_LIMITED', 'SERVICE_UNAVAILABLE', 'UNREACHABLE']

/** Whether the same request may be answered later. */
export function isTransient(error: unknown): error is TendError {
  if (!(error instanceof TendError)) return false
  const { code, status = 0 } = error
  return (
    transientCodes.includes(code) || (code === 'UNREADABLE' && gatewayStatuses.includes(status))
  )
}
