import { dayAt } from '../dates/day.ts'
import type { Viewpoint } from '../dates/due-date.ts'
import type { StartState } from '../dates/start-state.ts'
import { anyOf, type Condition, is } from './condition.ts'

/** The same as `startState` of a single task, as conditions. */
export function isStarting(states: readonly StartState[], { now, timeZone }: Viewpoint): Condition {
  const column = 'task.start_on'
  const value = dayAt(now, timeZone)
  const conditions: Record<StartState, Condition> = {
    none: is({ kind: 'isNull', column }),
    ahead: is({ kind: 'compare', column, operator: '>', value }),
    started: is({ kind: 'compare', column, operator: '<=', value }),
  }
  return anyOf([...new Set(states)].map((state) => conditions[state]))
}
