import { type Authenticate, findEnd, UnauthenticatedError } from '../auth/authenticate.ts'
import { AppError, type ErrorCode, RetryLaterError } from '../errors.ts'
import { isFailureOfOurs, tellWhenToRetry } from '../graphql/mask-error.ts'
import { type Refusal, refuse } from './answers.ts'
import type { DoorRequest } from './door-request.ts'
import { holdBack } from './hold-back.ts'
import { BodyRefusedError } from './read-body.ts'

const statuses: Partial<Record<ErrorCode, number>> = {
  BAD_USER_INPUT: 400,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  LIMIT_EXCEEDED: 409,
}

/**
 * Answers a failure that the caller is meant to understand. One that nobody expected is taken for ours
 * only when the caller still counts: what an account had that was just deleted isn't there any more.
 *
 * @throws any other one as it came
 */
export async function refuseFailure(
  door: DoorRequest,
  error: unknown,
  authenticate: Authenticate,
): Promise<void> {
  if (error instanceof UnauthenticatedError) return refuseUnauthenticated(door, error)
  const refusal = findRefusal(error)
  if (refusal) {
    if (refusal.code === 'RATE_LIMITED') await holdBack(door.response)
    return refuseWithBody(door, refusal)
  }
  const { authorization } = door.request.headers
  const ended =
    isFailureOfOurs(error) && !door.response.headersSent
      ? await findEnd(authenticate, authorization, 'anew')
      : undefined
  if (!ended) throw error
  refuseUnauthenticated(door, ended)
}

function findRefusal(error: unknown): Refusal | undefined {
  if (error instanceof BodyRefusedError) return error.refusal
  if (error instanceof RetryLaterError)
    return {
      code: error.code,
      message: error.message,
      details: error.details,
      ...tellWhenToRetry(error),
    }
  if (!(error instanceof AppError)) return undefined
  const status = statuses[(error as AppError).code]
  if (!status) return undefined
  const { code, message, issues, details } = error as AppError
  return { status, code, message, issues, details }
}

function refuseWithBody(door: DoorRequest, refusal: Refusal): void {
  // What is left of the body is not read, so the connection can't be used again.
  door.response.setHeader('connection', 'close')
  refuse(door, refusal)
}

function refuseUnauthenticated(door: DoorRequest, error: UnauthenticatedError): void {
  const headers = { 'www-authenticate': error.challenge, connection: 'close' }
  const { message, reason } = error
  refuse(door, { status: 401, code: 'UNAUTHENTICATED', message, headers, details: { reason } })
}
