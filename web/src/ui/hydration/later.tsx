import { type ReactNode, Suspense } from 'react'
import { useHydrated } from './use-hydrated.ts'

/**
 * Shows children that load on demand, and nothing until then. The server leaves them out: React would
 * send them after the page, with scripts that the page's policy doesn't allow.
 */
export function Later({ children }: { children: ReactNode }) {
  const hydrated = useHydrated()
  return hydrated ? <Suspense fallback={null}>{children}</Suspense> : null
}
