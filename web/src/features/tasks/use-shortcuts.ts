import { useEffect } from 'react'
import { focusAddField, moveTaskFocus } from './task-focus.ts'

const shortcuts: Record<string, () => void> = {
  q: focusAddField,
  c: focusAddField,
  j: () => moveTaskFocus(1),
  k: () => moveTaskFocus(-1),
  ArrowDown: () => moveTaskFocus(1),
  ArrowUp: () => moveTaskFocus(-1),
}

/** The keys that work anywhere on the page, except where a person types or a menu listens. */
export function useShortcuts(): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      const run = shortcuts[event.key]
      if (!run || event.defaultPrevented || isTaken(event)) return
      event.preventDefault()
      run()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}

function isTaken(event: KeyboardEvent): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return true
  const target = event.target instanceof Element ? event.target : undefined
  // From the field for a new task, the arrow leads into the list.
  if (target?.matches('[data-add-task]')) return event.key !== 'ArrowDown'
  return Boolean(
    target?.closest(
      'input, textarea, select, [contenteditable="true"], [role="menu"], [role="dialog"]',
    ),
  )
}
