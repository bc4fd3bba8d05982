import type { Day } from '@tend/server/domain/dates/day'

type Dates = { startOn?: Day | null | undefined; dueOn?: Day | null | undefined }

/**
 * The start to set with a change of a task's dates when its own would be after the due date: the due
 * date itself. Undefined where nothing has to move.
 */
export function fitStart(task: Dates, changes: Dates): Day | undefined {
  const startOn = changes.startOn === undefined ? task.startOn : changes.startOn
  const dueOn = changes.dueOn === undefined ? task.dueOn : changes.dueOn
  return startOn && dueOn && startOn > dueOn ? dueOn : undefined
}
