import type { Day } from '@tend/server/domain/dates/day'

export type RepeatStep<Task> = {
  tasks: readonly Task[]
  /** The day they become due; when left out, their own, or the first after it by the rule. */
  dueOn?: Day
}

/**
 * What to ask of the API so that tasks repeat from `first` on. Of several, each keeps a day of its own
 * unless the words named one (`namesDay`): the API finds the first day of the rule for each.
 */
export function planRepeat<Task extends { dueOn?: Day | null }>(
  tasks: readonly Task[],
  first: Day,
  namesDay: boolean,
): RepeatStep<Task>[] {
  const keeps = (task: Task) => tasks.length > 1 && !namesDay && Boolean(task.dueOn)
  const kept = tasks.filter(keeps)
  const moved = tasks.filter((task) => !keeps(task))
  return [{ tasks: kept }, { tasks: moved, dueOn: first }].filter((step) => step.tasks.length > 0)
}
