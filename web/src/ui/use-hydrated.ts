import { useSyncExternalStore } from 'react'

const never = () => () => {}

/** False on the server and while the page comes to life, true ever after. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
}
