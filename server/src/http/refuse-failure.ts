import { UnauthenticatedError } from '../auth/authenticate.ts'
import { AppError, type ErrorCode, RetryLaterError } from '../errors.ts'
import { tellWhenToRetry } from '../graphql/mask-error.ts'
import { type Refusal, refuse } from './answers.ts'
import type { DoorRequest } from './door-request.ts'
import { BodyRefusedError } from './read-body.ts'

const statuses: Partial<Record<ErrorCode, number>> = {
  BAD_USER_INPUT: 400,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  LIMIT_EXCEEDED: 409,
}

/** Answers a failure that the caller is meant to understand. @throws any other one as it came */
export function refuseFailure(door: DoorRequest, error: unknown): void {
  if (error instanceof UnauthenticatedError) refuseUnauthenticated(door, error)
  else refuseWithBody(door, readRefusal(error))
}

function readRefusal(error: unknown): Refusal {
  if (error instanceof BodyRefusedError) return error.refusal
  if (error instanceof RetryLaterError)
    return { code: error.code, message: error.message, ...tellWhenToRetry(error) }
  const status = error instanceof AppError && statuses[error.code]
  if (!status) throw error
  const { code, message, issues } = error
  return { status, code, message, issues }
}

function refuseWithBody(door: DoorRequest, refusal: Refusal): void {
  // What is left of the body is not read, so the connection can't be used again.
  door.response.setHeader('connection', 'close')
  refuse(door, refusal)
}

/** RFC 6750 section 3: the challenge names an error only when a token was sent. */
function refuseUnauthenticated(door: DoorRequest, error: UnauthenticatedError): void {
  const challenge = error.tokenSent
    ? `Bearer realm="tend", error="invalid_token", error_description="${error.message.replaceAll('"', "'")}"`
    : 'Bearer realm="tend"'
  const headers = { 'www-authenticate': challenge, connection: 'close' }
  const { message } = error
  refuse(door, { status: 401, code: 'UNAUTHENTICATED', message, headers })
}
