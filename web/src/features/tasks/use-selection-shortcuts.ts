import { useShortcut } from '../../keyboard/use-shortcut.ts'
import { useClock } from '../../model/shell/use-clock.ts'
import { listOverdue } from './list-overdue.ts'
import { selectOnly, selectTasksTo, toggleTask } from './select-rows.ts'
import { taskSelection } from './selection-store.ts'
import { findFocusedTask, moveTaskFocus } from './task-focus.ts'

/** The keys that select rows. */
export function useSelectionShortcuts(): void {
  const clock = useClock()
  useShortcut('selectOverdue', () => {
    const ids = listOverdue(clock).map(({ id }) => id)
    selectOnly(ids)
    return ids.length > 0
  })
  useShortcut('select', () => {
    const id = findFocusedTask()
    if (id) toggleTask(id)
    return id !== undefined
  })
  useShortcut('extendDown', () => extend(1))
  useShortcut('extendUp', () => extend(-1))
  useShortcut('selectAll', () => taskSelection.selectAll(findFocusedTask()))
}

/** From the focused row to the one beside it, which gets the focus. */
function extend(step: 1 | -1): boolean {
  const from = findFocusedTask()
  if (!from) return false
  if (taskSelection.read().ids.size === 0) toggleTask(from)
  moveTaskFocus(step)
  const to = findFocusedTask()
  if (to) selectTasksTo(to)
  return true
}
