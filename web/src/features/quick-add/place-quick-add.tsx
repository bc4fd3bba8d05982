'use client'

import { useMemo } from 'react'
import type { TaskRequest } from '../../model/places/task-request.ts'
import { useToday } from '../../model/shell/use-clock.ts'
import { type Place, printAddress } from '../../places/address.ts'
import { findDefaults } from './place-defaults.ts'
import { QuickAdd } from './quick-add.tsx'

export type PlaceQuickAddProps = {
  place: Place
  request: TaskRequest
  /** Goes to what is below the field. */
  onDown: () => void
}

/** The field for tasks of a place, unless their line says otherwise; nothing where none can be created. */
export function PlaceQuickAdd({ place, request, onDown }: PlaceQuickAddProps) {
  const today = useToday()
  const defaults = useMemo(() => findDefaults(place, today), [place, today])
  const draft = { name: `new-task.${printAddress({ place })}`, isOfTab: true }
  return defaults && <QuickAdd {...{ request, defaults, draft, onDown }} />
}
