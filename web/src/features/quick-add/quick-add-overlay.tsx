'use client'

import { lazy, useEffect, useMemo } from 'react'
import { requestTasks } from '../../model/places/task-request.ts'
import { useToday } from '../../model/shell/use-reader.ts'
import { inbox, type Place } from '../../places/address.ts'
import { Later } from '../../ui/hydration/later.tsx'
import { findDefaults } from './place-defaults.ts'

const importDialog = () => import('./quick-add-dialog.tsx')
const Dialog = lazy(() =>
  importDialog().then(({ QuickAddDialog }) => ({ default: QuickAddDialog })),
)

export type QuickAddOverlayProps = { place: Place; open: boolean; onClose: () => void }

/** Quick add over any place, with what that place gives its tasks; elsewhere they go to the inbox. */
export function QuickAddOverlay({ place, open, onClose }: QuickAddOverlayProps) {
  const today = useToday()
  const { defaults, request } = useMemo(() => {
    const own = findDefaults(place, today)
    return {
      defaults: own ?? { task: {}, placeholder: 'Add a task to your inbox' },
      request: requestTasks(own ? place : inbox, () => undefined),
    }
  }, [place, today])
  // Whoever presses the key types on at once: it has to be there by then.
  useEffect(() => {
    const timer = setTimeout(importDialog, 2_000)
    return () => clearTimeout(timer)
  }, [])
  if (!open || !request) return null
  return (
    <Later>
      <Dialog open request={request} defaults={defaults} onClose={onClose} />
    </Later>
  )
}
