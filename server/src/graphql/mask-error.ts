import { GraphQLError } from 'graphql'
import { UnauthenticatedError } from '../auth/authenticate.ts'
import { isDatabaseUnavailable } from '../db/database-errors.ts'
import { AppError, RetryLaterError, shorten } from '../errors.ts'
import type { Logger } from '../logger.ts'
import { readVariableIssue } from './variable-issues.ts'

export const usualRetryAfterSeconds = 2

/**
 * What a caller may see of an error. Failures that callers are meant to understand keep their
 * message and get their code; everything else becomes one masked sentence, and the log has the
 * error under the request id.
 */
export function maskError(error: unknown, requestId: string, logger: Logger): GraphQLError {
  const cause = causeOf(error)
  if (cause instanceof AppError) {
    const issues = cause.issues && { issues: cause.issues }
    const http = cause instanceof RetryLaterError && { http: describeRetry(cause) }
    return answer(error, cause.message, {
      code: cause.code,
      ...cause.details,
      ...issues,
      requestId,
      ...http,
    })
  }
  if (cause instanceof UnauthenticatedError)
    return answer(error, cause.message, {
      code: 'UNAUTHENTICATED',
      reason: cause.reason,
      requestId,
      http: { status: 401, headers: { 'www-authenticate': cause.challenge } },
    })
  if (cause instanceof GraphQLError) {
    // Syntax, validation and coercion errors have graphql-js's own messages about the caller's
    // text. Of what Yoga adds to them only the status is used: its codes differ from ours, and it
    // repeats the text.
    const outer = error instanceof GraphQLError ? error : cause
    const { http, originalError } = { ...cause.extensions, ...outer.extensions }
    const message = shorten(outer.message)
    const issue = readVariableIssue(outer.message)
    return answer(outer, message, {
      code: 'BAD_USER_INPUT',
      ...(issue && { issues: [{ ...issue, message }] }),
      requestId,
      // By `originalError` Yoga recognises a body that isn't JSON, whose status is 400 whatever is
      // accepted.
      ...(http !== undefined && { http: originalError ? { ...http, spec: false } : http }),
    })
  }
  // The caller has disconnected, so nothing further was read, and nobody will see this answer.
  if (isAbort(cause))
    return answer(error, 'The request was cancelled.', { code: 'INTERNAL_SERVER_ERROR', requestId })
  if (isDatabaseUnavailable(cause)) {
    logger.warn({ requestId, err: cause }, 'the database is out of reach')
    return answer(error, 'The service is out of reach for a moment. Nothing was lost; try again.', {
      code: 'SERVICE_UNAVAILABLE',
      requestId,
      http: { status: 503, headers: { 'retry-after': String(usualRetryAfterSeconds) } },
    })
  }
  logger.error({ requestId, err: cause }, 'a request failed')
  return answer(error, 'Something went wrong on our side. Its request id helps us to find it.', {
    code: 'INTERNAL_SERVER_ERROR',
    requestId,
  })
}

/**
 * The same error in an answer that contains other data: a status that means "retry later" would
 * have the whole request repeated, with the mutations that have already happened.
 */
export function dropStatus(error: GraphQLError): GraphQLError {
  const { http, ...extensions } = error.extensions as { http?: { headers?: object } }
  if (!http) return error
  return answer(error, error.message, { ...extensions, http: { headers: http.headers } })
}

/** The error with what was committed before it, so that it can be undone: one, or several in their order. */
export function addMutationIds(error: GraphQLError, ids: readonly string[]): GraphQLError {
  if (ids.length === 0) return error
  const mutations = ids.length === 1 ? { mutationId: ids[0] } : { mutationIds: ids }
  return answer(error, error.message, { ...error.extensions, ...mutations })
}

/** Whether the error is unexpected, so that the caller gets no details and the log has them. */
export function isInternalError(error: unknown): boolean {
  const cause = causeOf(error)
  const isMeant = [AppError, UnauthenticatedError, GraphQLError].some(
    (type) => cause instanceof type,
  )
  return !isMeant && !isAbort(cause) && !isDatabaseUnavailable(cause)
}

function causeOf(error: unknown): unknown {
  return error instanceof GraphQLError ? (error.originalError ?? error) : error
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError'
}

/** RFC 6585 section 4, RFC 9110 section 15.6.4. */
export function describeRetry({ code, retryAfterSeconds }: RetryLaterError) {
  const status = code === 'RATE_LIMITED' ? 429 : 503
  return { status, headers: { 'retry-after': String(retryAfterSeconds) } }
}

function answer(
  error: unknown,
  message: string,
  extensions: Record<string, unknown>,
): GraphQLError {
  if (!(error instanceof GraphQLError)) return new GraphQLError(message, { extensions })
  const { nodes = null, source = null, positions = null, path = null } = error
  return new GraphQLError(message, { nodes, source, positions, path, extensions })
}
