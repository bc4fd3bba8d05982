import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let edited: string | undefined

/** Edits the title of a task in its row. */
export function editTitleOf(id: string): void {
  set(id)
}

/** Ends that, unless another title is being edited by now. */
export function endTitleEdit(id: string): void {
  if (edited === id) set(undefined)
}

function set(id: string | undefined): void {
  edited = id
  for (const listener of listeners) listener()
}

/** The task whose title is edited in its row. */
export function useEditedTitle(): string | undefined {
  return useSyncExternalStore(
    subscribe,
    () => edited,
    () => undefined,
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
