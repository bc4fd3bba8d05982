'use client'

import type { Place } from '../../places/address.ts'
import { useDueShortcuts } from '../../task-fields/use-due-shortcuts.ts'
import { listMeant } from './meant-tasks.ts'
import { Reschedule } from './reschedule.tsx'
import { RowActions } from './row-actions.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { useContextMenu } from './use-context-menu.ts'
import { useEditShortcuts } from './use-edit-shortcuts.ts'
import { useKeptFocus } from './use-kept-focus.ts'
import { useMoveShortcuts } from './use-move-shortcuts.ts'
import { useRowClicks } from './use-row-clicks.ts'
import { useRowSwipes } from './use-row-swipes.ts'
import { useSelectionShortcuts } from './use-selection-shortcuts.ts'
import type { TaskActions } from './use-task-actions.ts'
import { useTaskDrags } from './use-task-drags.ts'
import { useTaskMoves } from './use-task-moves.ts'

export type RowHandlingProps = { place: Place; actions: TaskActions }

/** Selecting rows, moving and dragging them, and the bar for what is selected. */
export function RowHandling({ place, actions }: RowHandlingProps) {
  const moves = useTaskMoves()
  useRowClicks()
  useContextMenu()
  useKeptFocus()
  useRowSwipes(actions)
  useDueShortcuts(listMeant)
  useEditShortcuts(actions)
  useSelectionShortcuts()
  useMoveShortcuts(place, moves)
  useTaskDrags(place, actions, moves)
  return (
    <>
      <RowActions />
      <Reschedule />
      <SelectionBar actions={actions} />
    </>
  )
}
