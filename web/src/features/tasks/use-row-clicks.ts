import { useEffect } from 'react'
import { findAround, findOnPage, readMark } from '../../ui/landmarks.ts'
import { findRow } from './find-row.ts'
import { handleChipKey } from './row-chips.ts'
import { selectTasksTo, toggleTask } from './select-rows.ts'
import { taskSelection } from './selection-store.ts'
import { focusTask } from './task-focus.ts'

/**
 * Clicks that select rows rather than open them: with Ctrl or ⌘ one more, with Shift all up to it, and
 * while something is selected every tap of a finger. Any other click ends a selection.
 */
export function useRowClicks(): void {
  useEffect(() => {
    // Before it reaches the row's own link.
    document.addEventListener('click', onClick, { capture: true })
    document.addEventListener('keydown', handleChipKey, { capture: true })
    document.addEventListener('mousedown', onMouseDown)
    return () => {
      document.removeEventListener('click', onClick, { capture: true })
      document.removeEventListener('keydown', handleChipKey, { capture: true })
      document.removeEventListener('mousedown', onMouseDown)
    }
  }, [])
}

function onClick(event: MouseEvent): void {
  const row = event.button === 0 ? findRow(event.target) : undefined
  const id = readMark(row, 'taskRow')
  if (!id || !selects(event)) {
    if (endsSelection(event)) taskSelection.clear()
    // Its task is open already, so the click continues in it.
    if (row?.querySelector('[aria-current]')) findOnPage('taskPanel', id)?.focus()
    return
  }
  event.preventDefault()
  event.stopPropagation()
  if (event.shiftKey) selectTasksTo(id)
  else toggleTask(id)
  focusTask(id)
}

function selects(event: MouseEvent): boolean {
  if (event.shiftKey || event.ctrlKey || event.metaKey) return true
  const isFinger = event instanceof PointerEvent && event.pointerType === 'touch'
  return isFinger && taskSelection.read().ids.size > 0
}

/** Whether a click is on the place itself, and not on an action for the selected rows. */
function endsSelection({ target }: MouseEvent): boolean {
  if (!(target instanceof Element) || !target.closest('main')) return false
  const isKept = (['bulkBar', 'rowActions', 'taskPanel'] as const).some((kept) =>
    findAround(target, kept),
  )
  return !isKept
}

/** The browser would select text up to there. */
function onMouseDown(event: MouseEvent): void {
  if (event.shiftKey && findRow(event.target)) event.preventDefault()
}
