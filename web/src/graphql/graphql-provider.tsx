'use client'

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { Provider } from 'urql'
import type { Features } from './cache.exchange.ts'
import { createGraphqlClient } from './client.ts'
import { takeEarlyToken } from './early-token.ts'
import { fetchWithTimeout } from './fetch-with-timeout.ts'
import { type FirstAnswers, readFirstAnswers } from './first-answers.ts'
import type { LiveDocuments, LiveSettings } from './live-changes.ts'
import { createSyncStatus, type SyncStatus } from './sync-status.ts'
import { createTokenSource, type TokenSource } from './token-source.ts'

export type Connection = { status: SyncStatus; tokens: TokenSource }

const ConnectionContext = createContext<Connection | undefined>(undefined)

export type GraphqlProviderProps = {
  apiUrl: string
  features: Features
  /** What follows the changes made elsewhere; a page that doesn't need them goes without. */
  live?: () => Promise<LiveDocuments>
  /** What came with the page, for the first client. */
  first?: FirstAnswers | undefined
  children: ReactNode
}

/** One client, one token and one status for the page's life; a reset takes a new client. */
export function GraphqlProvider({ apiUrl, features, live, first, children }: GraphqlProviderProps) {
  const [{ client, connection, cursor, release }, setConnected] = useState(() =>
    connect({ apiUrl, features, first, waits: live !== undefined }),
  )

  useEffect(() => {
    if (!live) return
    const onReset = () => setConnected(connect({ apiUrl, features, waits: true }))
    const { status } = connection
    return followLater(live, { apiUrl, client, cursor, status, onCursor: release, onReset })
  }, [apiUrl, features, live, client, connection, cursor, release])

  return (
    <ConnectionContext value={connection}>
      <Provider value={client}>{children}</Provider>
    </ConnectionContext>
  )
}

/**
 * Follows changes once the code for it has loaded, after the first paint. Where that fails, the app does
 * without, and reloads places when they are opened again.
 */
function followLater(
  loadDocuments: () => Promise<LiveDocuments>,
  settings: Omit<LiveSettings, 'documents'>,
): () => void {
  let isStopped = false
  let stop = () => {
    isStopped = true
  }
  Promise.all([import('./live-changes.ts'), loadDocuments()]).then(
    ([{ followChanges }, documents]) => {
      if (!isStopped) stop = followChanges({ ...settings, documents })
    },
    () => {
      settings.onCursor()
      settings.status.update((state) => ({ ...state, live: false }))
    },
  )
  return () => stop()
}

/** The state of the connection to the API, and the token for it. */
export function useConnection(): Connection {
  const connection = useContext(ConnectionContext)
  if (!connection) throw new Error('useConnection needs a GraphqlProvider above: put one there.')
  return connection
}

type ConnectSettings = Pick<GraphqlProviderProps, 'apiUrl' | 'features' | 'first'> & {
  /** Nothing is loaded before `release`, so that no change can slip in between. */
  waits: boolean
}

function connect({ apiUrl, features, first, waits }: ConnectSettings) {
  // What came with the page is followed from its cursor on.
  const status = createSyncStatus({ live: first !== undefined })
  const { promise, resolve: release } = Promise.withResolvers<void>()
  if (!waits || first) release()
  const tokens = createTokenSource({
    fetch: fetchWithTimeout,
    early: takeEarlyToken(),
    now: () => performance.now(),
  })
  const client = createGraphqlClient({
    apiUrl,
    features,
    tokens,
    status,
    ready: promise,
    onSessionEnd: (end) =>
      void import('../auth/browser/leave-page.ts').then(({ leavePage }) => leavePage(end)),
  })
  if (first) readFirstAnswers(client, first)
  return { client, connection: { status, tokens }, cursor: first?.cursor, release }
}
