import { Client, fetchExchange } from '@urql/core'
import { createAuthExchange } from './auth.exchange.ts'
import { createCacheExchange, type FeatureCache } from './cache.exchange.ts'
import { createStatusExchange } from './status.exchange.ts'
import type { SyncStatus } from './sync-status.ts'
import type { TokenSource } from './token-source.ts'

export type ClientSettings = {
  apiUrl: string
  features: readonly FeatureCache[]
  tokens: TokenSource
  status: SyncStatus
  onSessionEnd: () => void
}

const answerTimeoutMilliseconds = 20_000

/** The client of this app: cache, status, token, network, in this order. */
export function createGraphqlClient(settings: ClientSettings): Client {
  const { apiUrl, features, tokens, status, onSessionEnd } = settings
  return new Client({
    url: `${apiUrl}/graphql`,
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    // The API knows tokens alone; a cookie has no business there.
    fetchOptions: { credentials: 'omit' },
    fetch: fetchWithTimeout,
    exchanges: [
      createCacheExchange(features),
      createStatusExchange(status),
      createAuthExchange({ tokens, onSessionEnd }),
      fetchExchange,
    ],
  })
}

/** A request without an answer is trouble that a person should hear of, not an endless wait. */
function fetchWithTimeout(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const timeout = AbortSignal.timeout(answerTimeoutMilliseconds)
  const signal = init?.signal ? AbortSignal.any([init.signal, timeout]) : timeout
  return fetch(input, { ...init, signal })
}
