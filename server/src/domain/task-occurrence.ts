import { addDays, type Day, firstDay, lastDay } from './day.ts'
import {
  findOccurrenceAfterCompletion,
  findOccurrenceAfterSkip,
  type RecurrenceStep,
} from './recurrence-progress.ts'
import { readSeries, type TaskDates, withDueAt, writeSeries } from './task-dates.ts'

/** How a repeating task goes on: its dates then, and by how many days they lie later. */
export type NextDates = { dates: TaskDates; days: number }

/**
 * The dates of the occurrence after the one that was done on `completedOn`, a day in the person's
 * zone. Undefined when there is none: the task doesn't repeat, or its rule has ended.
 */
export function datesAfterCompletion(dates: TaskDates, completedOn: Day): NextDates | undefined {
  return step(dates, (series, occurrence) =>
    findOccurrenceAfterCompletion(series, { occurrence, completedOn }),
  )
}

/** The same for an occurrence that is skipped on the day `today`. */
export function datesAfterSkip(dates: TaskDates, today: Day): NextDates | undefined {
  return step(dates, (series, occurrence) => findOccurrenceAfterSkip(series, { occurrence, today }))
}

/**
 * The dates so many days later: for the subtasks of a repeating task, which keep their distance to
 * it. What would leave the calendar stays.
 */
export function shiftDates(dates: TaskDates, days: number): TaskDates {
  const { dueTime, dueTimeZone, recurrenceRule, recurrenceBasis } = dates
  return withDueAt({
    ...{ dueTime, dueTimeZone, recurrenceRule, recurrenceBasis },
    startOn: shift(dates.startOn, days),
    dueOn: shift(dates.dueOn, days),
    recurrenceStart: shift(dates.recurrenceStart, days),
    recurrenceOn: shift(dates.recurrenceOn, days),
  })
}

function step(
  dates: TaskDates,
  find: (
    series: NonNullable<ReturnType<typeof readSeries>>,
    occurrence: Day,
  ) => RecurrenceStep | undefined,
): NextDates | undefined {
  const current = readSeries(dates)
  if (!current || dates.recurrenceOn === null || dates.dueOn === null) return undefined
  const next = find(current, dates.recurrenceOn)
  if (!next) return undefined
  const days = daysBetween(dates.dueOn, next.day)
  const startOn = shift(dates.startOn, days)
  const { dueTime, dueTimeZone } = dates
  const series = writeSeries(next.series, next.day)
  return { dates: withDueAt({ startOn, dueOn: next.day, dueTime, dueTimeZone, ...series }), days }
}

function shift(day: Day | null, days: number): Day | null {
  if (day === null) return null
  const shifted = addDays(day, days)
  const isInRange = shifted.length === lastDay.length && shifted >= firstDay
  return isInRange ? shifted : day
}

function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days
}
