'use client'

import { useMemo } from 'react'
import { requestTasks } from '../../model/places/task-request.ts'
import { useToday } from '../../model/shell/use-clock.ts'
import { inbox, type Place } from '../../places/address.ts'
import { findDefaults } from './place-defaults.ts'
import { QuickAddDialog } from './quick-add-dialog.tsx'

export type QuickAddOverlayProps = { place: Place; onClose: () => void }

/** Quick add over any place, with what that place gives its tasks; elsewhere they go to the inbox. */
export function QuickAddOverlay({ place, onClose }: QuickAddOverlayProps) {
  const today = useToday()
  const { defaults, request } = useMemo(() => {
    const own = findDefaults(place, today)
    return {
      defaults: own ?? { task: {}, placeholder: 'Add a task to your inbox' },
      request: requestTasks(own ? place : inbox, () => undefined),
    }
  }, [place, today])
  return request && <QuickAddDialog open request={request} defaults={defaults} onClose={onClose} />
}
