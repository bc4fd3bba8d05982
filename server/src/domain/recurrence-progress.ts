import { addDays, type Day, lastDay } from './day.ts'
import { listOccurrences, type RecurrenceSeries } from './recurrence.ts'
import type { RecurrenceRule } from './recurrence-rule.ts'

/** The next occurrence, and the series as the task that stands for it keeps it. */
export type RecurrenceStep = { day: Day; series: RecurrenceSeries }

/**
 * What comes when an occurrence is done, or undefined when it was the last.
 *
 * `occurrence` is the day the rule gave (not the day the task may have been put off to),
 * `completedOn` the day it was done in the person's zone. On a schedule the next one is the first
 * after `occurrence` that isn't already past on `completedOn`: those missed are passed over, one
 * that falls on the very day is kept. After completion it lies one interval after `completedOn`,
 * and a count goes down by one.
 */
export function findOccurrenceAfterCompletion(
  series: RecurrenceSeries,
  { occurrence, completedOn }: { occurrence: Day; completedOn: Day },
): RecurrenceStep | undefined {
  if (series.basis === 'COMPLETION') return stepFrom(series, completedOn)
  if (occurrence >= lastDay) return undefined
  const from = later(addDays(occurrence, 1), completedOn)
  const day = listOccurrences(series, { from, limit: 1 })[0]
  return day === undefined ? undefined : { day, series }
}

/**
 * What comes when an occurrence is skipped on the day `today`, or undefined when it was the last.
 * A skipped one counts as one of the rule's count. After completion the next one lies an interval
 * after the one skipped, or after today if that is later.
 */
export function findOccurrenceAfterSkip(
  series: RecurrenceSeries,
  { occurrence, today }: { occurrence: Day; today: Day },
): RecurrenceStep | undefined {
  const completedOn = series.basis === 'COMPLETION' ? later(occurrence, today) : today
  return findOccurrenceAfterCompletion(series, { occurrence, completedOn })
}

function stepFrom(series: RecurrenceSeries, doneOn: Day): RecurrenceStep | undefined {
  const rule = countDown(series.rule)
  if (!rule) return undefined
  const day = addInterval(doneOn, rule)
  const until = rule.end.kind === 'until' ? rule.end.until : lastDay
  // Years beyond 9999 are written with a sign, so text alone wouldn't order them.
  if (day.length > lastDay.length || day > until) return undefined
  return { day, series: { ...series, rule, start: day } }
}

function countDown(rule: RecurrenceRule): RecurrenceRule | undefined {
  if (rule.end.kind !== 'count') return rule
  if (rule.end.count <= 1) return undefined
  return { ...rule, end: { kind: 'count', count: rule.end.count - 1 } }
}

function addInterval(day: Day, { frequency, interval }: RecurrenceRule): Day {
  const unit = { DAILY: 'days', WEEKLY: 'weeks', MONTHLY: 'months', YEARLY: 'years' }[frequency]
  return Temporal.PlainDate.from(day)
    .add({ [unit]: interval })
    .toString()
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b
}
