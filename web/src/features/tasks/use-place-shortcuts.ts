import { useShortcut } from '../../keyboard/use-shortcut.ts'
import type { FixedPlace } from '../../places/address.ts'
import { goTo, readAddress } from '../../places/navigation.ts'
import { focusTaskSoon, isInAddField, moveTaskFocus } from './task-focus.ts'

/** The keys that work in every place; `add` has a task written down. */
export function usePlaceShortcuts(add: () => void): void {
  const to = (kind: FixedPlace['kind']) => () => goTo({ place: { kind } })
  useShortcut('goInbox', to('inbox'))
  useShortcut('goToday', to('today'))
  useShortcut('goUpcoming', to('upcoming'))
  useShortcut('goAll', to('all'))
  useShortcut('goCompleted', to('completed'))
  useShortcut('search', () => goTo({ place: { kind: 'search', query: '' } }))
  useShortcut('add', add)
  useShortcut('next', () => moveTaskFocus(1))
  useShortcut('previous', () => moveTaskFocus(-1))
  useShortcut('back', goBack)
}

/** Leaves the field that is typed in, else closes the task that is open. */
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
