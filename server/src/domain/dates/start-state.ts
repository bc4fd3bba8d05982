import { type Day, dayAt } from './day.ts'
import type { Viewpoint } from './due-date.ts'

/** Whether a task has begun, in a person's own time zone. */
export const startStates = { NONE: 'none', AHEAD: 'ahead', STARTED: 'started' } as const
export type StartState = (typeof startStates)[keyof typeof startStates]

export function startState(startOn: Day | null, { now, timeZone }: Viewpoint): StartState {
  if (startOn === null) return 'none'
  return startOn > dayAt(now, timeZone) ? 'ahead' : 'started'
}
