import type {
  AnyVariables,
  Client,
  CombinedError,
  GraphQLRequest,
  OperationResult,
  RequestPolicy,
} from '@urql/core'
import { pipe, subscribe } from 'wonka'

export type QueryState<Data> = {
  /** Undefined until the first answer; a failed renewal leaves the last good one. */
  data: Data | undefined
  error: CombinedError | undefined
  /** Whether an answer that is asked for has still to come. */
  isPending: boolean
}

export type QueryStore<Data> = {
  read: () => QueryState<Data>
  /** What there was at the beginning. */
  readFirst: () => QueryState<Data>
  subscribe: (listener: () => void) => () => void
  /** Asks the API again. */
  refresh: () => void
}

/** The state before the page has hydrated, when nothing can have been requested. */
export const unasked: QueryState<never> = { data: undefined, error: undefined, isPending: true }

/** How many stores look into the cache right now, which they do while React renders. */
let peeking = 0

/**
 * Follows one query while somebody listens, and gives what the cache holds before that. Asks the API
 * only once there is a listener.
 */
export function createQueryStore<Data, Variables extends AnyVariables>(
  client: Client,
  request: GraphQLRequest<Data, Variables>,
  requestPolicy: RequestPolicy,
): QueryStore<Data> {
  const listeners = new Set<() => void>()
  const first: QueryState<Data> = { ...unasked, data: peek(client, request) }
  let state = first
  let stop = () => {}

  function execute(policy: RequestPolicy): void {
    stop()
    const { unsubscribe } = pipe(
      client.executeQuery(request, { requestPolicy: policy }),
      subscribe(receive),
    )
    stop = unsubscribe
  }

  function receive({ data, error, stale, hasNext }: OperationResult<Data>): void {
    // Another store looked for what isn't in the cache; that is no answer.
    if (!data && !error) return
    publish({ data: data ?? state.data, error, isPending: stale || hasNext })
  }

  function publish(next: QueryState<Data>): void {
    if (isSame(next, state)) return
    state = next
    // React doesn't let one component change another while it renders.
    if (peeking > 0) queueMicrotask(notify)
    else notify()
  }

  function notify(): void {
    for (const listener of listeners) listener()
  }

  return {
    read: () => state,
    readFirst: () => first,
    subscribe(listener) {
      listeners.add(listener)
      if (listeners.size === 1) execute(requestPolicy)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) stop()
      }
    },
    refresh() {
      publish({ ...state, isPending: true })
      execute('network-only')
    },
  }
}

function peek<Data, Variables extends AnyVariables>(
  client: Client,
  request: GraphQLRequest<Data, Variables>,
): Data | undefined {
  peeking += 1
  try {
    const context = { requestPolicy: 'cache-only' } as const
    return (
      client.readQuery<Data, Variables>(request.query, request.variables, context)?.data ??
      undefined
    )
  } finally {
    peeking -= 1
  }
}

function isSame<Data>(a: QueryState<Data>, b: QueryState<Data>): boolean {
  return a.data === b.data && a.error === b.error && a.isPending === b.isPending
}
