import { useDeferredValue, useSyncExternalStore } from 'react'

const never = () => () => {}

/** False on the server and while the page hydrates, true ever after. */
export function useHydrated(): boolean {
  const hydrated = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  // What it brings into the page is made in slices then, not all at once.
  return useDeferredValue(hydrated)
}
