'use client'

import { createContext, type ReactNode, useContext, useState } from 'react'
import { Provider } from 'urql'
import { loginPath } from '../auth/next-path.ts'
import type { FeatureCache } from './cache.exchange.ts'
import { createGraphqlClient } from './client.ts'
import { createSyncStatus, type SyncStatus } from './sync-status.ts'
import { createTokenSource, type TokenSource } from './token-source.ts'

export type Connection = { status: SyncStatus; tokens: TokenSource }

const ConnectionContext = createContext<Connection | undefined>(undefined)

export type GraphqlProviderProps = {
  apiUrl: string
  features: readonly FeatureCache[]
  children: ReactNode
}

/** One client, one token and one status for the page's life. */
export function GraphqlProvider({ apiUrl, features, children }: GraphqlProviderProps) {
  const [{ client, connection }] = useState(() => connect(apiUrl, features))
  return (
    <ConnectionContext value={connection}>
      <Provider value={client}>{children}</Provider>
    </ConnectionContext>
  )
}

/** How the connection to the API stands, and the token for it. */
export function useConnection(): Connection {
  const connection = useContext(ConnectionContext)
  if (!connection) throw new Error('useConnection needs a GraphqlProvider above: put one there.')
  return connection
}

function connect(apiUrl: string, features: readonly FeatureCache[]) {
  const status = createSyncStatus()
  const tokens = createTokenSource({
    fetch: (input, init) => fetch(input, init),
    now: () => performance.now(),
  })
  const client = createGraphqlClient({
    apiUrl,
    features,
    tokens,
    status,
    onSessionEnd: () => {
      const { pathname, search } = window.location
      window.location.assign(loginPath(pathname + search))
    },
  })
  return { client, connection: { status, tokens } }
}
