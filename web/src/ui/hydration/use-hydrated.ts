import { useDeferredValue, useSyncExternalStore } from 'react'

const never = () => () => {}

/** False on the server and while the page hydrates, true ever after. */
export function useHydrated(): boolean {
  const hydrated = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  // Deferred, so that what it adds to the page is rendered in slices.
  return useDeferredValue(hydrated)
}
