'use client'

import type { Place } from '../../places/address.ts'
import { SelectionBar } from './selection-bar.tsx'
import { useMoveShortcuts } from './use-move-shortcuts.ts'
import { useRowClicks } from './use-row-clicks.ts'
import { useSelectionShortcuts } from './use-selection-shortcuts.ts'
import type { TaskActions } from './use-task-actions.ts'
import { useTaskDrags } from './use-task-drags.ts'
import { useTaskMoves } from './use-task-moves.ts'

export type RowHandlingProps = { place: Place; actions: TaskActions }

/** Selecting rows, moving and dragging them, and the bar for what is selected. */
export function RowHandling({ place, actions }: RowHandlingProps) {
  const moves = useTaskMoves()
  useRowClicks()
  useSelectionShortcuts()
  useMoveShortcuts(place, moves)
  useTaskDrags(place, actions, moves)
  return <SelectionBar actions={actions} />
}
