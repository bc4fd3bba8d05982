import type { CombinedError } from '@urql/core'

export const unreachable = 'Tend can’t be reached right now. Check your connection and try again.'
const ourFault = 'Something went wrong on our side, and nothing was changed. Try again.'

/**
 * Why an operation failed, as a sentence for a person. The API writes its messages for
 * people where they can do something about it (a bad title, a limit); the other messages are here.
 */
export function describeError(error: CombinedError): string {
  const [first] = error.graphQLErrors
  if (!first) return unreachable
  const { code, issues } = first.extensions
  switch (code) {
    case 'BAD_USER_INPUT':
      return describeIssues(issues) ?? first.message
    case 'LIMIT_EXCEEDED':
    case 'CONFLICT':
      return first.message
    case 'NOT_FOUND':
      return 'This is no longer here. It may have been removed somewhere else.'
    case 'QUERY_TOO_COMPLEX':
      return 'That is too much to ask for at once. Try it with fewer things.'
    case 'RATE_LIMITED':
      return 'That was a lot at once. Wait a moment and try again.'
    case 'UNAUTHENTICATED':
      return 'The API doesn’t accept this sign-in. Sign out and in again.'
    case 'SERVICE_UNAVAILABLE':
      return unreachable
    default:
      return ourFault
  }
}

function describeIssues(issues: unknown): string | undefined {
  if (!Array.isArray(issues)) return undefined
  const messages = issues
    .map((issue: { message?: unknown }) => issue?.message)
    .filter((message) => typeof message === 'string')
  return messages.length > 0 ? messages.join(' ') : undefined
}
