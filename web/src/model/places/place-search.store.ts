import { useSyncExternalStore } from 'react'

let words = ''
const listeners = new Set<() => void>()

/** Sets what the place on the screen is searched for; nothing when it shows all that it holds. */
export function setPlaceSearch(next: string): void {
  if (next === words) return
  words = next
  for (const listener of listeners) listener()
}

/** What the place on the screen is searched for, for parts of it that aren't tasks. */
export function usePlaceSearch(): string {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => words,
    () => '',
  )
}
