import { dropHeldKeys } from '../../keyboard/held-keys.ts'
import type { Task } from '../../model/documents/fields.ts'
import { openTaskPopup, type PopupKind } from '../../task-fields/task-popup.store.ts'
import { findOnPage } from '../../ui/landmarks.ts'
import { askForGoodOf } from './ask-for-good.ts'
import { rememberRow } from './remember-row.ts'
import { taskSelection } from './selection-store.ts'
import { findTitle } from './task-focus.ts'

export type RowPopupTarget = {
  /** The selected tasks, else the one of the row in focus. */
  tasks: readonly Task[]
  /** The task of the row in focus. */
  focusedId: string | undefined
  /** Where somebody clicked. */
  at?: { x: number; y: number } | undefined
}

/** `trash` asks whether they are to be deleted for good. */
export type RowPopupKind = PopupKind | 'trash'

/** Opens a popup beside the row in focus, else beside the selection bar, or at a point; or asks. */
export function openRowPopup(kind: RowPopupKind, { tasks, focusedId, at }: RowPopupTarget): void {
  if (kind === 'trash') {
    askForGoodOf(tasks)
    return
  }
  const [first] = tasks
  const { ids } = taskSelection.read()
  const isAtRow = focusedId !== undefined && (ids.size === 0 || ids.has(focusedId))
  const anchor = isAtRow ? findTitle(findOnPage('taskRow', focusedId)) : findOnPage('bulkBar')
  if (!first || !anchor) {
    dropHeldKeys()
    return
  }
  openTaskPopup({
    kind,
    of: ids.size > 0 ? 'selection' : first,
    anchor,
    ...(at && { at }),
    findReturn: rememberRow(focusedId ?? first.id),
  })
}
