import { type ReactNode, Suspense } from 'react'
import { useHydrated } from './use-hydrated.ts'

/**
 * Holds what is loaded only when it is wanted; until it is here there is nothing. The server leaves it
 * out: React would send it after the page, with scripts that the page's policy doesn't allow.
 */
export function Later({ children }: { children: ReactNode }) {
  const hydrated = useHydrated()
  return hydrated ? <Suspense fallback={null}>{children}</Suspense> : null
}
