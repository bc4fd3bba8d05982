export type SyncState = {
  /** Changes on their way to the API. */
  readonly pending: number
  /** The last request came to nothing on its way, or the API failed. */
  readonly trouble: boolean
}

export type SyncStatus = {
  read(): SyncState
  update(change: (state: SyncState) => SyncState): void
  /** Calls `listener` after each change; gives the function that ends it. */
  subscribe(listener: () => void): () => void
}

export const idleSyncState: SyncState = { pending: 0, trouble: false }

/** What the exchange learns and the mark in the app shows. */
export function createSyncStatus(): SyncStatus {
  const listeners = new Set<() => void>()
  let state = idleSyncState
  return {
    read: () => state,
    update(change) {
      state = change(state)
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
