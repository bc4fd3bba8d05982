import { addDays, type Day, lastDay } from '../dates/day.ts'
import type { RecurrenceBasis } from './basis.ts'
import { createDayEngine, type DayEngine } from './engine.ts'
import { isPlainRule, type RecurrenceRule } from './rule.ts'

/**
 * A repeating task's rule and the day it counts from. Interval and count are counted from `start`.
 * On a schedule, `start` stays the same from one occurrence to the next; after completion, each
 * completion sets it to the new due day.
 *
 * Occurrences are days. A due time is kept beside them as wall-clock time, so an occurrence is
 * never left out because the clocks skip its time on that day (RFC 5545 would leave it out).
 */
export type RecurrenceSeries = {
  readonly rule: RecurrenceRule
  readonly basis: RecurrenceBasis
  readonly start: Day
}

/** Why this can't be repeated, as messages; empty when it can. */
export function listBasisIssues(rule: RecurrenceRule, basis: RecurrenceBasis): string[] {
  if (basis === 'SCHEDULE' || isPlainRule(rule)) return []
  return [
    'A rule after completion counts days, weeks, months or years alone. Leave out BYDAY, BYMONTHDAY, BYMONTH and BYSETPOS, or use the basis SCHEDULE.',
  ]
}

/**
 * The occurrences on or after `from`, in order, at most `limit`. The start of a series is an
 * occurrence only if the rule gives that day. For a series after completion, these are the
 * occurrences if each is completed on its day. None is after `lastDay`.
 */
export function listOccurrences(
  series: RecurrenceSeries,
  { from, limit }: { from: Day; limit: number },
): Day[] {
  const { end } = series.rule
  const engine = createDayEngine(series.rule, series.start)
  if (end.kind === 'count') return engine.listWithin(end.count, from, limit)
  return listFrom(engine, from, limit)
}

/** The first occurrence of a series, or undefined when its rule ends before it. */
export function findFirstOccurrence(series: RecurrenceSeries): Day | undefined {
  return listOccurrences(series, { from: series.start, limit: 1 })[0]
}

/**
 * The first day of a rule that somebody gives to a task on the day `start`: the first day on or
 * after `start` that the rule gives without its interval, which is then counted from that day. So
 * every other Thursday begins with the next Thursday, in whatever week the task was created.
 * Undefined when the rule ends before.
 */
export function findFirstDay({ rule, ...series }: RecurrenceSeries): Day | undefined {
  return findFirstOccurrence({ ...series, rule: { ...rule, interval: 1, weekStart: 'MO' } })
}

/** The first occurrence strictly after a day, or undefined when the series is over. */
export function findNextOccurrence(series: RecurrenceSeries, after: Day): Day | undefined {
  if (after >= lastDay) return undefined
  return listOccurrences(series, { from: addDays(after, 1), limit: 1 })[0]
}

function listFrom(engine: DayEngine, from: Day, limit: number): Day[] {
  const days: Day[] = []
  let next = engine.findFrom(from)
  while (next && days.length < limit) {
    days.push(next)
    next = next < lastDay && days.length < limit ? engine.findFrom(addDays(next, 1)) : undefined
  }
  return days
}
