import { useEffect } from 'react'
import { findOnPage } from '../../ui/landmarks.ts'
import { listShownTasks, watchShownLists } from './selection-store.ts'
import { findFocusedTask, focusAddField, focusTask, listNearest } from './task-focus.ts'

/** Focuses the row that follows when the focused one leaves its list, whatever the change. */
export function useKeptFocus(): void {
  useEffect(() => {
    let focused = findFocusedTask()
    let known = listShownTasks()
    const listeners = new AbortController()
    const note = () => {
      focused = findFocusedTask()
    }
    document.addEventListener('focusin', note, { signal: listeners.signal })
    const unwatch = watchShownLists(() => {
      const before = known
      known = listShownTasks()
      const isLost = focused && document.activeElement === document.body
      if (!isLost || findOnPage('taskRow', focused)) return
      const index = before.findIndex(({ id }) => id === focused)
      if (index === -1) return
      const next = listNearest(before, index).find(({ id }) => findOnPage('taskRow', id))
      if (next) focusTask(next.id)
      else focusAddField()
    })
    return () => {
      listeners.abort()
      unwatch()
    }
  }, [])
}
