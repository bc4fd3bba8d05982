import { useSyncExternalStore } from 'react'

export type RungDialogState = {
  open: boolean
  /** What had the focus, and gets it back. */
  before: HTMLElement | null
}

let state: RungDialogState | undefined
const listeners = new Set<() => void>()

function change(next: RungDialogState): void {
  state = next
  for (const listener of listeners) listener()
}

/** Opens the list of what has rung. */
export function openRungDialog(): void {
  const { activeElement } = document
  change({ open: true, before: activeElement instanceof HTMLElement ? activeElement : null })
}

export function closeRungDialog(): void {
  if (state) change({ ...state, open: false })
}

export const readRungDialog = (): RungDialogState | undefined => state

/** Whether the list is open; undefined until it has been once. */
export function useRungDialog(): RungDialogState | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    readRungDialog,
    () => undefined,
  )
}
