'use client'

import { lazy, useEffect, useSyncExternalStore } from 'react'
import { Later } from '../hydration/later.tsx'
import { toastDemand } from './toast-queue.ts'

const loadViewport = () => import('./toast-viewport.tsx')

// No message is shown while a page starts, so its code loads later.
const ToastViewport = lazy(() =>
  loadViewport().then((module) => ({ default: module.ToastViewport })),
)

const quietMs = 1_500

/** Where messages appear; one for the whole page. */
export function Toaster() {
  const needed = useSyncExternalStore(toastDemand.subscribe, toastDemand.read, () => false)
  useEffect(() => {
    const timer = setTimeout(() => void loadViewport().catch(() => {}), quietMs)
    return () => clearTimeout(timer)
  }, [])
  return needed ? (
    <Later>
      <ToastViewport />
    </Later>
  ) : null
}
