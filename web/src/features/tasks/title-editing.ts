import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let edited: string | undefined

/** Edits the title of a task in its row; undefined ends it. */
export function editTitleOf(id: string | undefined): void {
  edited = id
  for (const listener of listeners) listener()
}

/** Whether the title of a task is edited in its row. */
export function useIsTitleEdited(id: string): boolean {
  return useSyncExternalStore(
    subscribe,
    () => edited === id,
    () => false,
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
