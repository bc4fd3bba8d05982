'use client'

import {
  type AnyVariables,
  createRequest,
  type RequestPolicy,
  type TypedDocumentNode,
} from '@urql/core'
import { useMemo, useSyncExternalStore } from 'react'
import { useClient } from 'urql'
import { createQueryStore, type QueryState, type QueryStore, unasked } from './query-store.ts'

export type QueryOptions<Data, Variables extends AnyVariables> = {
  query: TypedDocumentNode<Data, Variables>
  variables?: Variables
  requestPolicy?: RequestPolicy
  /** Requests nothing and shows nothing. */
  pause?: boolean
}

const idle: QueryState<never> = { ...unasked, isPending: false }
const noQuery: QueryStore<never> = {
  read: () => idle,
  readFirst: () => idle,
  subscribe: () => () => {},
  refresh: () => {},
}

/**
 * What a query gives now and after every change of it. On the server and while the page hydrates, that
 * is what came with the page.
 *
 * It replaces urql's own hook, which sets its state while it renders: when React has postponed another
 * update, that setting is dropped and repeated without end, and the page freezes (seen with urql 5.0.4
 * and React 19.3).
 */
export function useQuery<Data, Variables extends AnyVariables>({
  query,
  variables,
  requestPolicy = 'cache-and-network',
  pause = false,
}: QueryOptions<Data, Variables>): QueryState<Data> & Pick<QueryStore<Data>, 'refresh'> {
  const client = useClient()
  const request = createRequest(query, variables as Variables)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what query and variables say.
  const store = useMemo<QueryStore<Data>>(
    () => (pause ? noQuery : createQueryStore(client, request, requestPolicy)),
    [client, request.key, requestPolicy, pause],
  )
  const state = useSyncExternalStore(store.subscribe, store.read, store.readFirst)
  return { ...state, refresh: store.refresh }
}
