import type { TendError } from '../../../client/src/index.ts'
import { exitCodes, Failure } from '../failure.ts'

const waiting = ['RATE_LIMITED', 'SERVICE_UNAVAILABLE', 'INTERNAL_SERVER_ERROR']

/** What a person is told about an error of a call. */
export function explain(error: TendError, url: string): Failure {
  const { code, requestId } = error
  return new Failure({ code, requestId, cause: error, ...read(error, url) })
}

function read(error: TendError, url: string): Pick<Failure, 'message' | 'exitCode'> {
  const { code, message, status, retryAfterSeconds } = error
  if (code === 'UNAUTHENTICATED')
    return {
      message: `${url} doesn’t accept your access token: it is mistyped, has expired or was revoked. Make another in Tend’s settings, under Access tokens, and run tend login, or set TEND_TOKEN to it.`,
      exitCode: exitCodes.notSignedIn,
    }
  if (code === 'UNREACHABLE')
    return {
      message: `An answer was expected from ${url}, and none came. Is Tend running there, and are you online? tend login or TEND_API_URL set another address.`,
      exitCode: exitCodes.notReachable,
    }
  if (code === 'UNREADABLE')
    return {
      message: `${url} answered${status ? ` (HTTP ${status})` : ''}, but not as Tend’s API does. The address should be the API’s, not the app’s; tend login or TEND_API_URL set another.`,
      exitCode: exitCodes.notReachable,
    }
  if (waiting.includes(code)) {
    const when = retryAfterSeconds === undefined ? 'later' : `in ${retryAfterSeconds} seconds`
    return { message: `${message} Try again ${when}.`, exitCode: exitCodes.notReachable }
  }
  const scopes = error.errors[0]?.extensions?.requiredScopes ?? []
  if (code === 'FORBIDDEN' && scopes.length > 0)
    return {
      message: `Your access token may not do that: it needs ${scopes.join(' and ')}. Make another in Tend’s settings, under Access tokens, and run tend login.`,
      exitCode: exitCodes.refused,
    }
  const issues = error.issues.map((issue) => issue.message)
  return { message: issues.length > 0 ? issues.join(' ') : message, exitCode: exitCodes.refused }
}
