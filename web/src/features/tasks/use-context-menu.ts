import { useEffect } from 'react'
import { readMark } from '../../ui/landmarks.ts'
import { findRow } from './find-row.ts'
import { listMeant } from './meant-tasks.ts'
import { openRowPopup } from './open-row-popup.ts'
import { taskSelection } from './selection-store.ts'
import { findTitle } from './task-focus.ts'

/** A right click on a row, the menu key or Shift F10 open its menu. */
export function useContextMenu(): void {
  useEffect(() => {
    document.addEventListener('contextmenu', onContextMenu)
    return () => document.removeEventListener('contextmenu', onContextMenu)
  }, [])
}

function onContextMenu(event: MouseEvent): void {
  const row = findRow(event.target)
  const id = readMark(row, 'taskRow')
  // A resting finger selects a row; a modifier asks for the browser's own menu.
  const isFinger = event instanceof PointerEvent && event.pointerType === 'touch'
  if (!row || !id || event.defaultPrevented || isFinger || event.shiftKey || event.ctrlKey) return
  if (!taskSelection.read().ids.has(id)) taskSelection.clear()
  findTitle(row)?.focus({ preventScroll: true })
  // From the keyboard there is no point, and it opens beside the row.
  const isByPointer = event.button === 2
  const at = isByPointer ? { x: event.clientX, y: event.clientY } : undefined
  event.preventDefault()
  openRowPopup('menu', { tasks: listMeant(), focusedId: id, at })
}
