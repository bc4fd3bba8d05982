import { addDays, type Day, daysBetween } from '../dates/day.ts'
import type { Viewpoint } from '../dates/due-date.ts'
import type { TaskDates } from '../dates/task-dates.ts'
import {
  datesAfter,
  datesPutAhead,
  type Ending,
  type NextDates,
  type Passage,
} from './task-occurrence.ts'

/** A repeating subtask's open occurrence, or its last one, when its parent's occurrence is over. */
export type SubtaskOccurrence = {
  dates: TaskDates
  /** The day of its first occurrence under this parent. */
  firstOn: Day
  /** Whether it was created by completing an earlier one under the same parent. */
  isComing: boolean
  /** Whether it is completed already, or is being completed by its own id and not only with its parent. */
  isFinished: boolean
}

/**
 * What happens to the occurrence. `ahead`: it doesn't end with the parent's but moves to the
 * parent's next one, on the same day (without `next`) or on a later day of its rule. `over`: it
 * ends, and `next` follows; without `next` the rule has ended.
 */
export type SubtaskFate = { kind: 'ahead' | 'over'; next?: NextDates }

/**
 * For the parent's next occurrence, a repeating subtask gets the next day of its own rule that
 * isn't before it; a subtask that was some days before the parent's may be as many days before the
 * next. A subtask that was completed for this occurrence isn't completed again: its next occurrence
 * moves along, and so does one that isn't before the parent's next day anyway.
 */
export function passWithParent(
  { dates, firstOn, isComing, isFinished }: SubtaskOccurrence,
  { occurrence, next: parentNext }: Passage,
  ending: Ending,
  view: Viewpoint,
): SubtaskFate {
  const daysEarlier = Math.max(0, daysBetween(firstOn, occurrence))
  const from = addDays(parentNext, -daysEarlier)
  if (isFinished) return withNext('over', datesAfter(dates, ending, view, from))
  if (dates.recurrenceOn !== null && dates.recurrenceOn >= from) return { kind: 'ahead' }
  if (isComing) return withNext('ahead', datesPutAhead(dates, view, from))
  return withNext('over', datesAfter(dates, ending, view, from))
}

function withNext(kind: SubtaskFate['kind'], next: NextDates | undefined): SubtaskFate {
  return next ? { kind, next } : { kind }
}
