import { addDays, type Day, lastDay } from '../dates/day.ts'
import type { RecurrenceBasis } from './basis.ts'
import { createDayEngine, type DayEngine } from './engine.ts'
import { isPlainRule, type RecurrenceRule } from './rule.ts'

/**
 * A repeating task's rule and the day it counts from. Interval and count are counted from
 * `start`, so it stays as it is from one occurrence to the next on a schedule, and becomes the new
 * due day with each completion after completion.
 *
 * Occurrences are days. A due time is kept beside them as wall-clock time, so an occurrence is
 * never left out because the clocks skip its time that day (RFC 5545 would leave it out).
 */
export type RecurrenceSeries = {
  readonly rule: RecurrenceRule
  readonly basis: RecurrenceBasis
  readonly start: Day
}

/** What can't be repeated so, in words; empty when all is well. */
export function listBasisIssues(rule: RecurrenceRule, basis: RecurrenceBasis): string[] {
  if (basis === 'SCHEDULE' || isPlainRule(rule)) return []
  return [
    'A rule after completion counts days, weeks, months or years alone. Leave out BYDAY, BYMONTHDAY, BYMONTH and BYSETPOS, or use the basis SCHEDULE.',
  ]
}

/**
 * The occurrences on or after `from`, in order, at most `limit`. The start of a series is one only
 * if the rule gives that day. Of a series after completion: those that come if each is done on its
 * day. Nothing comes after `lastDay`.
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

/** The first occurrence of a series, or undefined when its rule ends before there is one. */
export function findFirstOccurrence(series: RecurrenceSeries): Day | undefined {
  return listOccurrences(series, { from: series.start, limit: 1 })[0]
}

/**
 * The day a rule begins with that somebody gives a task on the day `start`: the first one on or
 * after it of the rule without its interval, which is counted from that day. So every other
 * Thursday begins with the coming Thursday, in whatever week the task was written down. Undefined
 * when the rule ends before.
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
