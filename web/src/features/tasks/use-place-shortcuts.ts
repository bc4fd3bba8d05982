import { useShortcut } from '../../keyboard/use-shortcut.ts'
import type { FixedPlace } from '../../places/address.ts'
import { goTo, readAddress } from '../../places/navigation.ts'
import { findFocusedTask, focusTaskSoon, isInAddField, moveTaskFocus } from './task-focus.ts'

/** The keys that work in every place; `add` opens the field for a new task. */
export function usePlaceShortcuts(add: () => void): void {
  const to = (kind: FixedPlace['kind']) => () => goTo({ place: { kind } })
  useShortcut('goInbox', to('inbox'))
  useShortcut('goToday', to('today'))
  useShortcut('goUpcoming', to('upcoming'))
  useShortcut('goAll', to('all'))
  useShortcut('goCompleted', to('completed'))
  useShortcut('search', () => goTo({ place: { kind: 'search', query: '' } }))
  useShortcut('add', add)
  useShortcut('next', () => step(1))
  useShortcut('previous', () => step(-1))
  useShortcut('back', goBack)
}

/** To the next or the previous row; the open task changes too, so that both are the same task. */
function step(by: 1 | -1): void {
  const { place, taskId } = readAddress() ?? {}
  moveTaskFocus(by, taskId)
  const next = findFocusedTask()
  if (place && taskId && next && next !== taskId) goTo({ place, taskId: next }, { replace: true })
}

/** Leaves the field in focus, else closes the open task. */
function goBack(): boolean {
  const { activeElement } = document
  if (isInAddField(activeElement)) {
    activeElement.blur()
    return true
  }
  const { place, taskId } = readAddress() ?? {}
  if (!place || !taskId || activeElement?.matches('input, textarea')) return false
  goTo({ place })
  focusTaskSoon(taskId)
  return true
}
