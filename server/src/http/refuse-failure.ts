import { type Authenticate, findEnd, UnauthenticatedError } from '../auth/authenticate.ts'
import { AppError, type ErrorCode, RetryLaterError } from '../errors.ts'
import { describeRetry, isInternalError } from '../graphql/mask-error.ts'
import { type Refusal, refuse } from './answers.ts'
import { holdBack } from './hold-back.ts'
import type { HttpExchange } from './http-exchange.ts'
import { BodyRefusedError } from './read-body.ts'

const statuses: Partial<Record<ErrorCode, number>> = {
  BAD_USER_INPUT: 400,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  LIMIT_EXCEEDED: 409,
}

/**
 * Answers a failure that the caller can understand. An unexpected one counts as our fault only if the caller
 * is still valid: the data of an account that was just deleted is gone.
 *
 * @throws any other one as it came
 */
export async function refuseFailure(
  exchange: HttpExchange,
  error: unknown,
  authenticate: Authenticate,
): Promise<void> {
  if (error instanceof UnauthenticatedError) return refuseUnauthenticated(exchange, error)
  if (await refuseKnown(exchange, error)) return
  const { authorization } = exchange.request.headers
  const ended =
    isInternalError(error) && !exchange.response.headersSent
      ? await findEnd(authenticate, authorization, 'fresh')
      : undefined
  if (!ended) throw error
  refuseUnauthenticated(exchange, ended)
}

/** Answers a failure that says itself what it is; false for any other one. */
export async function refuseKnown(exchange: HttpExchange, error: unknown): Promise<boolean> {
  const refusal = findRefusal(error)
  if (!refusal) return false
  if (refusal.code === 'RATE_LIMITED') await holdBack(exchange.response)
  refuseWithBody(exchange, refusal)
  return true
}

function findRefusal(error: unknown): Refusal | undefined {
  if (error instanceof BodyRefusedError) return error.refusal
  if (error instanceof RetryLaterError)
    return {
      code: error.code,
      message: error.message,
      details: error.details,
      ...describeRetry(error),
    }
  if (!(error instanceof AppError)) return undefined
  const status = statuses[(error as AppError).code]
  if (!status) return undefined
  const { code, message, issues, details } = error as AppError
  return { status, code, message, issues, details }
}

function refuseWithBody(exchange: HttpExchange, refusal: Refusal): void {
  // The rest of the body isn't read, so the connection can't be used again.
  exchange.response.setHeader('connection', 'close')
  refuse(exchange, refusal)
}

function refuseUnauthenticated(exchange: HttpExchange, error: UnauthenticatedError): void {
  const headers = { 'www-authenticate': error.challenge, connection: 'close' }
  const { message, reason } = error
  refuse(exchange, { status: 401, code: 'UNAUTHENTICATED', message, headers, details: { reason } })
}
