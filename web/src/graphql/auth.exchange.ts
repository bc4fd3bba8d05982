import { type CombinedError, type Exchange, makeOperation } from '@urql/core'
import { authExchange } from '@urql/exchange-auth'
import { SessionEndedError, type TokenSource } from './token-source.ts'

export type AuthExchangeSettings = {
  tokens: TokenSource
  /** Called when the page's person isn't signed in any more. */
  onSessionEnd: (end: SessionEndedError) => void
}

/**
 * Sends each operation with the API token: gets one before the first, renews it before it ends, and
 * once more when the API refuses it. Only the end of the session leads to signing in; a fresh
 * token that is refused too is an error like any other, because signing in would lead back here.
 */
export function createAuthExchange({ tokens, onSessionEnd }: AuthExchangeSettings): Exchange {
  async function renew(): Promise<void> {
    try {
      await tokens.renew()
    } catch (error) {
      if (error instanceof SessionEndedError) onSessionEnd(error)
      throw error
    }
  }

  // The first token is fetched in the same way as later ones: `willAuthError` finds it due.
  return authExchange(async () => {
    return {
      addAuthToOperation(operation) {
        const token = tokens.peek()
        if (!token) return operation
        const { fetchOptions } = operation.context
        const options = typeof fetchOptions === 'function' ? fetchOptions() : fetchOptions
        return makeOperation(operation.kind, operation, {
          ...operation.context,
          fetchOptions: {
            ...options,
            headers: { ...options?.headers, authorization: `Bearer ${token}` },
          },
        })
      },
      willAuthError: () => tokens.isDue(),
      didAuthError: isRefused,
      refreshAuth: renew,
    }
  })
}

function isRefused(error: CombinedError): boolean {
  return (
    error.response?.status === 401 ||
    error.graphQLErrors.some(({ extensions }) => extensions.code === 'UNAUTHENTICATED')
  )
}
