import { Client, fetchExchange } from '@urql/core'
import { answerTimeoutMilliseconds } from './answer-timeout.ts'
import { createAuthExchange } from './auth.exchange.ts'
import { createCacheExchange, type Features } from './cache.exchange.ts'
import { takeEarlyAnswer } from './early-requests.ts'
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
  onSessionEnd: () => void
}

/** The client of this app: cache, status, queue, token, network, in this order. */
export function createGraphqlClient(settings: ClientSettings): Client {
  const { apiUrl, features, tokens, status, ready, onSessionEnd } = settings
  return new Client({
    url: `${apiUrl}/graphql`,
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    // The API knows tokens alone; a cookie has no business there.
    fetchOptions: { credentials: 'omit' },
    fetch: async (input, init) => {
      await ready
      return takeEarlyAnswer(init?.body) ?? fetchWithTimeout(input, init)
    },
    fetchSubscriptions: true,
    exchanges: [
      createCacheExchange(features),
      createStatusExchange(status),
      queueExchange,
      createAuthExchange({ tokens, onSessionEnd }),
      fetchExchange,
    ],
  })
}

/** A request without an answer is trouble that a person should hear of, not an endless wait. */
export async function fetchWithTimeout(
  input: RequestInfo | URL,
  init: RequestInit = {},
): Promise<Response> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(timeoutError()), answerTimeoutMilliseconds)
  const signal = init.signal ? AbortSignal.any([init.signal, late.signal]) : late.signal
  const answer = await fetch(input, { ...init, signal }).catch((error) => {
    clearTimeout(timer)
    throw error
  })
  // What has begun to answer live may go on for as long as it likes.
  if (answer.headers.get('content-type')?.startsWith('text/event-stream')) clearTimeout(timer)
  return answer
}

function timeoutError(): DOMException {
  return new DOMException('No answer came in time.', 'TimeoutError')
}
