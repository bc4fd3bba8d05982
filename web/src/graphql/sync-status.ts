export type SyncState = {
  /** Changes on their way to the API. */
  readonly pending: number
  /** Whether a change has been saved in this window. */
  readonly saved: boolean
  /** The last request failed on its way, or the API failed. */
  readonly trouble: boolean
  /** Whether changes made elsewhere arrive as they happen, so that what is loaded stays current. */
  readonly live: boolean
  /** How often changes have been received. */
  readonly changeCount: number
}

export type SyncStatus = {
  read(): SyncState
  update(change: (state: SyncState) => SyncState): void
  /** Calls `listener` after each change; gives the function that ends it. */
  subscribe(listener: () => void): () => void
}

export const idleSyncState: SyncState = {
  pending: 0,
  saved: false,
  trouble: false,
  live: false,
  changeCount: 0,
}

/** What the exchanges learn and the mark in the app shows. */
export function createSyncStatus(begin: Partial<SyncState> = {}): SyncStatus {
  const listeners = new Set<() => void>()
  let state: SyncState = { ...idleSyncState, ...begin }
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
