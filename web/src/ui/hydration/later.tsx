import { type ReactNode, Suspense } from 'react'
import { useLoadingPart } from '../../keyboard/loading-parts.ts'
import { useHydrated } from './use-hydrated.ts'

/**
 * Shows children that load on demand, and nothing until then. The server leaves them out: React would
 * send them after the page, with scripts that the page's policy doesn't allow. Keys wait for them.
 */
export function Later({ children }: { children: ReactNode }) {
  const hydrated = useHydrated()
  return hydrated ? <Suspense fallback={<Loading />}>{children}</Suspense> : <Loading />
}

function Loading() {
  useLoadingPart()
  return null
}
