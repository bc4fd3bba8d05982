import { useShortcut } from '../../keyboard/use-shortcut.ts'
import { findRowAbove, placeOf, positionOneStep } from '../../model/cache/order-positions.ts'
import type { Task } from '../../model/documents/fields.ts'
import { useClock } from '../../model/shell/use-clock.ts'
import type { Place } from '../../places/address.ts'
import type { UserClock } from '../../time/due-words.ts'
import { findShownTask, listTasksAround, taskSelection } from './selection-store.ts'
import { areByHand, isByHand } from './task-drops.ts'
import { findFocusedTask, focusTask, focusTaskSoon, hasStepped, leaveStep } from './task-focus.ts'
import type { TaskMoves } from './use-task-moves.ts'

/**
 * The keys that move rows. Tab indents only a row that was reached by J, K or an arrow key; otherwise it
 * moves the focus, as it does again after Esc.
 */
export function useMoveShortcuts(place: Place, moves: TaskMoves): void {
  const clock = useClock()
  useShortcut('moveUp', () => moveOneStep(-1))
  useShortcut('moveDown', () => moveOneStep(1))
  useShortcut('indent', indent)
  useShortcut('outdent', outdent)
  useShortcut('back', () => {
    leaveStep()
    return false
  })

  function moveOneStep(step: 1 | -1): boolean {
    const meant = readMeant(place, clock)
    if (!meant) return false
    const { tasks, order, moved } = meant
    const position = positionOneStep(order, moved, step)
    if (position) {
      moves.move(
        tasks,
        position,
        `to position ${placeOf(order, moved, position)} of ${order.length}`,
      )
      focusTaskSoon(findFocusedTask() ?? tasks[0]?.id ?? '')
    }
    return true
  }

  function indent(): boolean {
    const meant = hasStepped() ? readMeant(place, clock) : undefined
    const parentId = meant && findRowAbove(meant.order, meant.moved)
    const parent = findShownTask(parentId)
    if (!meant || !parentId || !parent) return false
    focusTask(parentId)
    moves.move(meant.tasks, { parentId }, `under “${parent.title}”`)
    return true
  }

  function outdent(): boolean {
    const task = hasStepped() ? findShownTask(findFocusedTask()) : undefined
    if (!task?.parent) return false
    moves.move([task], { parentId: null }, `out of “${task.parent.title}”`)
    return true
  }
}

type Meant = { tasks: readonly Task[]; order: readonly string[]; moved: ReadonlySet<string> }

/** What is selected, else the task in focus, among rows that can be ordered. */
function readMeant(place: Place, clock: UserClock): Meant | undefined {
  const focused = findShownTask(findFocusedTask())
  const selected = taskSelection.listTasks()
  const tasks = selected.length > 0 ? selected : focused ? [focused] : []
  const around = tasks[0] && isByHand(place) ? listTasksAround(tasks[0].id) : []
  if (
    around.length === 0 ||
    !areByHand(around, clock) ||
    !tasks.every((task) => around.includes(task))
  ) {
    return undefined
  }
  return { tasks, order: around.map(({ id }) => id), moved: new Set(tasks.map(({ id }) => id)) }
}
