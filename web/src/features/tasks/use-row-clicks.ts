import { useEffect } from 'react'
import { readMark } from '../../ui/landmarks.ts'
import { taskSelection } from './selection-store.ts'
import { findRow, focusTask } from './task-focus.ts'

/**
 * Clicks that select rows rather than open them: with Ctrl or ⌘ one more, with Shift all up to it, and
 * while something is selected every tap of a finger.
 */
export function useRowClicks(): void {
  useEffect(() => {
    // Before the row's own link gets it.
    document.addEventListener('click', onClick, { capture: true })
    document.addEventListener('mousedown', onMouseDown)
    return () => {
      document.removeEventListener('click', onClick, { capture: true })
      document.removeEventListener('mousedown', onMouseDown)
    }
  }, [])
}

function onClick(event: MouseEvent): void {
  const id = event.button === 0 ? readMark(findRow(event.target), 'taskRow') : undefined
  if (!id || !selects(event)) return
  event.preventDefault()
  event.stopPropagation()
  if (event.shiftKey) taskSelection.extendTo(id)
  else taskSelection.toggle(id)
  focusTask(id)
}

function selects(event: MouseEvent): boolean {
  if (event.shiftKey || event.ctrlKey || event.metaKey) return true
  const isFinger = event instanceof PointerEvent && event.pointerType === 'touch'
  return isFinger && taskSelection.read().ids.size > 0
}

/** The browser would select text up to there. */
function onMouseDown(event: MouseEvent): void {
  if (event.shiftKey && findRow(event.target)) event.preventDefault()
}
