import { addDays } from '../dates/day.ts'
import { type DueState, dayBounds, type Viewpoint } from '../dates/due-date.ts'
import { allOf, anyOf, type Condition, is, opposite } from './condition.ts'
import { isDue, zoneDays } from './due-ranges.ts'

const plannedOn = 'task.planned_on'
const startOn = 'task.start_on'

/** The same as `plannedState` of a single task, as conditions. */
export function isPlanned(states: readonly DueState[], viewpoint: Viewpoint): Condition {
  const { tomorrow, dayAfterNext7 } = dayBounds(viewpoint)
  const hasNoStart = is({ kind: 'isNull', column: startOn })
  const startsFrom = (value: string) =>
    is({ kind: 'compare', column: startOn, operator: '>=', value })
  const startsBefore = (value: string) =>
    is({ kind: 'compare', column: startOn, operator: '<', value })
  const startsWithin: Partial<Record<DueState, Condition>> = {
    next7days: allOf([startsFrom(tomorrow), startsBefore(dayAfterNext7)]),
    later: startsFrom(dayAfterNext7),
  }

  /** What has begun is for today, unless it is overdue. */
  function hasBegun(wanted: readonly DueState[]): Condition {
    if (wanted.length === 2) return startsBefore(tomorrow)
    const isOverdue = isDue(['overdue'], viewpoint)
    return allOf([
      startsBefore(tomorrow),
      wanted.includes('overdue') ? isOverdue : opposite(isOverdue),
    ])
  }
  function isAhead(wanted: readonly DueState[]): Condition {
    return anyOf(wanted.flatMap((state) => startsWithin[state] ?? []))
  }
  function among(part: DueState[], within: Condition, started: typeof hasBegun): Condition[] {
    const wanted = part.filter((state) => states.includes(state))
    if (wanted.length === 0) return []
    const isDueSo = allOf([hasNoStart, isDue(wanted, viewpoint)])
    return [allOf([within, anyOf([isDueSo, started(wanted)])])]
  }
  // As in `isDue`: redundant, but on a column with which an index begins.
  const soonest = addDays(tomorrow, -zoneDays)
  const latest = addDays(tomorrow, zoneDays)
  const isUntil = is({ kind: 'compare', column: plannedOn, operator: '<', value: latest })
  const isFrom = is({ kind: 'compare', column: plannedOn, operator: '>=', value: soonest })
  return anyOf([
    ...(states.includes('none') ? [is({ kind: 'isNull', column: plannedOn })] : []),
    ...among(['overdue', 'today'], isUntil, hasBegun),
    ...among(['next7days', 'later'], isFrom, isAhead),
  ])
}
