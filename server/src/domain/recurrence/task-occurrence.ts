import { addDays, type Day, dayAt, daysBetween, firstDay, lastDay } from '../dates/day.ts'
import { type Due, dueState, type Viewpoint } from '../dates/due-date.ts'
import { readSeries, type TaskDates, withDueAt, writeSeries } from '../dates/task-dates.ts'
import {
  type FinishedOccurrence,
  findOccurrenceAfterCompletion,
  findOccurrenceAfterSkip,
  findUnmissed,
  type RecurrenceStep,
} from './progress.ts'

/** The move of a repeating task from one occurrence to the next, which its subtasks follow. */
export type Passage = {
  /** The day that the rule gave for the occurrence that is over. */
  occurrence: Day
  /** The day when it was due after all changes. */
  dueOn: Day
  next: Day
}

/** The next occurrence of a repeating task: its dates, and the move to it. */
export type NextDates = { dates: TaskDates; passage: Passage }

/** How an occurrence ends. */
export type Ending = 'done' | 'skipped'

const finders = { done: findOccurrenceAfterCompletion, skipped: findOccurrenceAfterSkip }

/**
 * The dates of the occurrence after the one that is completed or skipped now. It isn't overdue already for the
 * person, and not before `from` if the rule lasts that long. Today is a day in the zone of the due time, or for a
 * day without a time in the person's zone. Undefined when there is none: the task doesn't repeat, or its rule has
 * ended.
 */
export function datesAfter(
  dates: TaskDates,
  ending: Ending,
  view: Viewpoint,
  from?: Day,
): NextDates | undefined {
  const current = readOccurrence(dates)
  if (!current) return undefined
  const { series, occurrence, dueOn } = current
  const finished: FinishedOccurrence = { occurrence, dueOn, ...lookOut(dates, view) }
  const next = finders[ending](series, { ...finished, ...(from && { from }) })
  return next && toNextDates(dates, { occurrence, dueOn, next: next.day }, next)
}

/**
 * The dates for a later occurrence than the present one, which isn't over: the first day of the rule from `from`
 * on that isn't overdue already. This uses up nothing of a count after completion. Undefined when the rule
 * doesn't last that long.
 */
export function datesPutAhead(dates: TaskDates, view: Viewpoint, from: Day): NextDates | undefined {
  const current = readOccurrence(dates)
  if (!current) return undefined
  const { occurrence, dueOn } = current
  const { today, isMissed } = lookOut(dates, view)
  const first = from > today ? from : today
  const isFree = current.series.basis === 'COMPLETION'
  const series = isFree ? { ...current.series, start: first } : current.series
  const next = findUnmissed(series, first, isMissed)
  if (next === undefined) return undefined
  const step = { day: next, series: isFree ? { ...series, start: next } : series }
  return toNextDates(dates, { occurrence, dueOn, next }, step)
}

/**
 * The dates of a subtask without a rule of its own, after its parent has moved on. A day keeps its distance to
 * the day that the rule gave, whatever day the parent was postponed to; a day between the two was postponed with
 * the parent, and keeps its distance to that one. Days that would leave the calendar stay.
 */
export function shiftDates(dates: TaskDates, passage: Passage): TaskDates {
  const { startOn, dueOn } = dates
  const anchor = dueOn ?? startOn
  if (anchor === null) return dates
  const days = distanceFor(anchor, passage)
  const [start, due] = [shift(startOn, days), shift(dueOn, days)]
  return start === undefined || due === undefined
    ? dates
    : withDueAt({ ...dates, startOn: start, dueOn: due })
}

function toNextDates(dates: TaskDates, passage: Passage, { day, series }: RecurrenceStep) {
  const { startOn, dueTime, dueTimeZone } = dates
  const start = startOn && (shift(startOn, distanceFor(startOn, passage)) ?? startOn)
  const next = { startOn: start, dueOn: day, dueTime, dueTimeZone, ...writeSeries(series, day) }
  return { dates: withDueAt(next), passage }
}

function distanceFor(day: Day, { occurrence, dueOn, next }: Passage): number {
  const wasPutOffAlong = day > occurrence && day <= dueOn
  return daysBetween(wasPutOffAlong ? dueOn : occurrence, next)
}

/** Undefined when the day would leave the calendar. */
function shift(day: Day | null, days: number): Day | null | undefined {
  if (day === null) return null
  const shifted = addDays(day, days)
  return shifted.length === lastDay.length && shifted >= firstDay ? shifted : undefined
}

function readOccurrence(dates: TaskDates) {
  const { recurrenceOn: occurrence, dueOn } = dates
  const series = readSeries(dates)
  return series && occurrence !== null && dueOn !== null ? { series, occurrence, dueOn } : undefined
}

/** Today where the task is due, and which of its days would be overdue. */
function lookOut({ dueTime, dueTimeZone }: TaskDates, view: Viewpoint) {
  return {
    today: dayAt(view.now, dueTimeZone ?? view.timeZone),
    isMissed: (day: Day) => dueState(dueOf(day, dueTime, dueTimeZone), view) === 'overdue',
  }
}

function dueOf(day: Day, time: string | null, timeZone: string | null): Due {
  return time === null || timeZone === null
    ? { day, time: null, timeZone: null }
    : { day, time, timeZone }
}
