import type { TokenSource } from '../../graphql/token-source.ts'

export const unreachable = 'Tend can’t be reached right now. Check your connection and try again.'

export type Explanation = {
  message: string
  details: string[]
  /** Whether the same request may succeed in a while. */
  canRetry: boolean
}

/** The API's own message for people about a failed request, or that it was our fault. */
export function explainAnswer(body: unknown): Explanation {
  const [error] = (body as { errors?: ApiError[] } | undefined)?.errors ?? []
  if (!error)
    return { message: 'Something went wrong on our side. Try again.', details: [], canRetry: true }
  const { code = '', issues = [] } = error.extensions ?? {}
  const canRetry = passing.has(code)
  if (issues.length === 0) return { message: error.message, details: [], canRetry }
  const details = issues.map(({ path, message }) =>
    [path.join(' › '), message].filter(Boolean).join(': '),
  )
  const message = 'This file can’t be imported, and nothing was changed.'
  return { message, details, canRetry }
}

/** Codes that say nothing about the request itself. */
const passing = new Set(['RATE_LIMITED', 'SERVICE_UNAVAILABLE', 'INTERNAL_SERVER_ERROR'])

/** No answer came, or it broke off. */
export const cutOff: Explanation = { message: unreachable, details: [], canRetry: true }

type ApiError = {
  message: string
  extensions?: { code?: string; issues?: { path: (string | number)[]; message: string }[] }
}

/** A token that is valid for the request about to be made. @throws as `TokenSource.renew` */
export async function getToken(tokens: TokenSource): Promise<string> {
  return (tokens.isDue() ? undefined : tokens.peek()) ?? tokens.renew()
}
