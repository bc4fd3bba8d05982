import type { Client, TypedDocumentNode } from '@urql/core'
import { fetchInBudget } from './fetch-in-budget.ts'
import type { ChangePage } from './live-stream.ts'
import { followAsTab } from './live-tab.ts'
import type { SyncStatus } from './sync-status.ts'

/** The documents that ask for the cursor of changes and for the changes. */
export type LiveDocuments = {
  cursor: TypedDocumentNode<{ syncCursor: string }, Record<string, never>>
  changes: TypedDocumentNode<{ changes: ChangePage }, { since: string }>
  missed: TypedDocumentNode<{ changes: ChangePage & { hasMore: boolean } }, { since: string }>
}

export type LiveSettings = {
  apiUrl: string
  client: Client
  documents: LiveDocuments
  /** The cursor of `changes` from before anything was loaded, when that is known already. */
  cursor: string | undefined
  status: SyncStatus
  /** Called once, when what is loaded from then on is kept current. */
  onCursor: () => void
  /** What is loaded is too old to be updated: everything has to be loaded again. */
  onReset: () => void
}

const pauseMs = 2_000

/**
 * Follows what changes elsewhere for as long as the page lives: takes the cursor, and has the cache
 * apply whatever comes after it, so that nothing is missed. Gives the function that ends it.
 */
export function followChanges(settings: LiveSettings): () => void {
  const { client, documents, onCursor, onReset } = settings
  let isStopped = false
  let stop = () => {
    isStopped = true
  }

  function begin(cursor: string): void {
    stop = followAsTab({ ...settings, cursor })
  }

  async function findCursor(): Promise<void> {
    let cursor = await readCursor()
    const isLate = cursor === undefined
    onCursor()
    while (cursor === undefined && !isStopped) {
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
      cursor = await readCursor()
    }
    if (isStopped || cursor === undefined) return
    // What was loaded meanwhile was loaded before anything was followed.
    if (isLate) onReset()
    else begin(cursor)
  }

  async function readCursor(): Promise<string | undefined> {
    const options = { requestPolicy: 'network-only', fetch: fetchInBudget } as const
    const { data } = await client.query(documents.cursor, {}, options).toPromise()
    return data?.syncCursor
  }

  if (settings.cursor === undefined) void findCursor()
  else begin(settings.cursor)
  return () => stop()
}
