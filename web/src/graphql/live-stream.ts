import type { Client, CombinedError, OperationResult, TypedDocumentNode } from '@urql/core'
import { onEnd, pipe, subscribe } from 'wonka'
import { fetchInBudget } from './fetch-in-budget.ts'

/** Changes, and the cursor after them. */
export type ChangePage = { cursor: string; resetRequired: boolean; changes: readonly unknown[] }

export type LiveStreamSettings = {
  client: Client
  document: TypedDocumentNode<{ changes: ChangePage }, { since: string }>
  since: string
  /** Called whenever anything comes, a heartbeat too. */
  onSign: () => void
  onPage: (page: ChangePage) => void
  /** Called once when it ends, unless the caller ended it. */
  onEnd: (error: CombinedError | undefined) => void
}

/**
 * Subscribes to changes from a cursor on, past the cache: what comes is for all tabs. Gives the
 * function that ends it.
 */
export function openLiveStream(settings: LiveStreamSettings): () => void {
  const { client, document, since, onSign, onPage } = settings
  let isOver = false
  const context = { uncached: true, fetch: fetchWithSigns(onSign) }
  const { unsubscribe } = pipe(
    client.subscription(document, { since }, context),
    onEnd(() => end(undefined)),
    subscribe(({ data, error }: OperationResult<{ changes: ChangePage }>) => {
      if (isOver) return
      if (data) onPage(data.changes)
      if (error) end(error)
    }),
  )

  function end(error: CombinedError | undefined): void {
    if (isOver) return
    isOver = true
    // The first answer may come before there is anything to unsubscribe from.
    queueMicrotask(() => unsubscribe())
    settings.onEnd(error)
  }

  return () => {
    isOver = true
    unsubscribe()
  }
}

/** Reports heartbeats, which are comments of the event stream that its parser drops. */
function fetchWithSigns(onSign: () => void): typeof fetch {
  return async (input, init) => {
    const answer = await fetchInBudget(input, init)
    const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream')
    if (!answer.body || !isStream) return answer
    const noting = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        onSign()
        controller.enqueue(chunk)
      },
    })
    const { status, headers } = answer
    return new Response(answer.body.pipeThrough(noting), { status, headers })
  }
}
