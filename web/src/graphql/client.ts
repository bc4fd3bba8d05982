import { Client, fetchExchange } from '@urql/core'
import { type AuthExchangeSettings, createAuthExchange } from './auth.exchange.ts'
import { createCacheExchange, type Features } from './cache.exchange.ts'
import { fetchInBudget } from './fetch-in-budget.ts'
import { firstAnswersExchange } from './first-answers.ts'
import { queueExchange } from './queue.exchange.ts'
import { createStatusExchange } from './status.exchange.ts'
import type { SyncStatus } from './sync-status.ts'
import type { TokenSource } from './token-source.ts'

export type ClientSettings = {
  apiUrl: string
  features: Features
  tokens: TokenSource
  status: SyncStatus
  /** Requests are held back until then. */
  ready: Promise<void>
  onSessionEnd: AuthExchangeSettings['onSessionEnd']
}

/** The client of this app: cache, first answers, status, queue, token, network, in this order. */
export function createGraphqlClient(settings: ClientSettings): Client {
  const { apiUrl, features, tokens, status, ready, onSessionEnd } = settings
  return new Client({
    url: `${apiUrl}/graphql`,
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    // The API accepts tokens alone and needs no cookie.
    fetchOptions: { credentials: 'omit' },
    fetch: async (input, init) => {
      await ready
      return fetchInBudget(input, init)
    },
    fetchSubscriptions: true,
    exchanges: [
      createCacheExchange(features),
      firstAnswersExchange,
      createStatusExchange(status),
      queueExchange,
      createAuthExchange({ tokens, onSessionEnd }),
      fetchExchange,
    ],
  })
}
