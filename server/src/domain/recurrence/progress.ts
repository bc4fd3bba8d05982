import { addDays, type Day, lastDay } from '../dates/day.ts'
import { listOccurrences, type RecurrenceSeries } from './recurrence.ts'
import type { RecurrenceRule } from './rule.ts'

/** The next occurrence, and the series as the task of that occurrence stores it. */
export type RecurrenceStep = { day: Day; series: RecurrenceSeries }

/** An occurrence that is over, and conditions for the next one. Days are days of the task's zone. */
export type FinishedOccurrence = {
  /** The day that the rule gave. */
  occurrence: Day
  /** The day when it was due after all changes: the rule's day, unless somebody moved it. */
  dueOn: Day
  today: Day
  /** Whether an occurrence on this day would be overdue already. */
  isMissed: (day: Day) => boolean
  /** The next one isn't before this day, unless the rule ends before. */
  from?: Day
}

/**
 * The next occurrence when one is completed today, or undefined when it was the last. On a schedule it is the
 * first day of the rule after it that isn't missed; a day to which it was postponed, and that has come, counts as
 * completed too. After completion it is one interval after today, and a count decreases by one.
 */
export function findOccurrenceAfterCompletion(
  series: RecurrenceSeries,
  { occurrence, dueOn, ...finished }: FinishedOccurrence,
): RecurrenceStep | undefined {
  const { today } = finished
  if (series.basis === 'COMPLETION') return stepFrom(series, today, finished.from)
  return findAfter(series, later(occurrence, earlier(dueOn, today)), finished)
}

/**
 * The next occurrence when one is skipped today, or undefined when it was the last. A skipped
 * occurrence uses up one of the rule's count. The next one is later than the day to which this one
 * was postponed; after completion it is one interval after that day, or after today if today is
 * later.
 */
export function findOccurrenceAfterSkip(
  series: RecurrenceSeries,
  { occurrence, dueOn, ...finished }: FinishedOccurrence,
): RecurrenceStep | undefined {
  const skipped = later(occurrence, dueOn)
  if (series.basis === 'SCHEDULE') return findAfter(series, skipped, finished)
  return stepFrom(series, later(skipped, finished.today), finished.from)
}

type Wanted = Pick<FinishedOccurrence, 'today' | 'isMissed' | 'from'>

function findAfter(
  series: RecurrenceSeries,
  after: Day,
  { today, isMissed, from = today }: Wanted,
): RecurrenceStep | undefined {
  if (after >= lastDay) return undefined
  const following = addDays(after, 1)
  const day =
    findUnmissed(series, later(following, later(today, from)), isMissed) ??
    findUnmissed(series, later(following, today), isMissed)
  return day === undefined ? undefined : { day, series }
}

/** The first day of a rule on or after `from` that isn't missed. Undefined when there is none. */
export function findUnmissed(
  series: RecurrenceSeries,
  from: Day,
  isMissed: (day: Day) => boolean,
): Day | undefined {
  const [day] = listOccurrences(series, { from, limit: 1 })
  if (day === undefined || !isMissed(day)) return day
  return day < lastDay ? findUnmissed(series, addDays(day, 1), isMissed) : undefined
}

function stepFrom(
  series: RecurrenceSeries,
  doneOn: Day,
  from: Day = doneOn,
): RecurrenceStep | undefined {
  const rule = countDown(series.rule)
  if (!rule) return undefined
  const next = addInterval(doneOn, rule)
  const until = rule.end.kind === 'until' ? rule.end.until : lastDay
  // Years after 9999 are written with a sign, so comparing them as text would order them wrongly.
  if (next.length > lastDay.length || next > until) return undefined
  const day = from <= until ? later(next, from) : next
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

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b
}
