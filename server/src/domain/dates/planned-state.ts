import { addDays, type Day, dayAt } from './day.ts'
import { type Due, type DueState, dueState, type Viewpoint } from './due-date.ts'

/**
 * When a task is to be thought of, in the states of due dates: what starts later is for that day; what has
 * begun is for today until it is done, or overdue; what has no start is for its due date. A start therefore
 * takes a task out of sight, and brings it back into Today (`docs/decisions/0121-a-start-defers.md`).
 */
export function plannedState(startOn: Day | null, due: Due | null, viewpoint: Viewpoint): DueState {
  const state = dueState(due, viewpoint)
  if (startOn === null) return state
  const today = dayAt(viewpoint.now, viewpoint.timeZone)
  if (startOn > today) return startOn <= addDays(today, 7) ? 'next7days' : 'later'
  return state === 'overdue' ? state : 'today'
}
