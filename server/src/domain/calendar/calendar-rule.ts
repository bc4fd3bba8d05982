import type { Day } from '../dates/day.ts'
import { dueInstant } from '../dates/due-date.ts'
import { anchorRule, listEngineParts } from '../recurrence/engine.ts'
import { listOccurrences, type RecurrenceSeries } from '../recurrence/recurrence.ts'
import {
  maxCount,
  type RecurrenceEnd,
  type RecurrenceRule,
  serializeRecurrenceRule,
} from '../recurrence/rule.ts'
import { icsInstant } from '../text/ics.ts'

/** The time of day of what repeats; null for whole days. */
export type CalendarTime = { time: string; timeZone: string } | null

/**
 * A series from the occurrence `on` on as the value of an RRULE (RFC 5545 section 3.8.5.3) whose DTSTART is that
 * day. Days that short months lack are the last ones there, where the RFC leaves the month out. That is said by
 * negative days where these can say it, because ical.js (2.2.1, in Thunderbird) ignores set positions of month
 * days. Undefined where the RFC can't say it: what counts from the completion, and rules with several such days.
 */
export function writeCalendarRule(
  series: RecurrenceSeries,
  on: Day,
  time: CalendarTime,
): string | undefined {
  if (series.basis === 'COMPLETION') return undefined
  const { end } = series.rule
  const days = listOccurrences(series, { from: on, limit: end.kind === 'count' ? maxCount : 1 })
  // The RFC leaves open what a start that the rule doesn't give means.
  if (days[0] !== on) return undefined
  const anchored = anchorRule(series.rule, series.start)
  const part = anchored.frequency === 'YEARLY' ? nameYearly(anchored) : nameMonthly(anchored)
  if (!part) return undefined
  // A count is of the whole series; of it, only what is left counts from here.
  const left: RecurrenceEnd = end.kind === 'count' ? { ...end, count: days.length } : end
  const rule: RecurrenceRule = { ...anchored, ...part, end: left }
  const text = serializeRecurrenceRule(rule)
  if (end.kind !== 'until' || time === null) return text
  // An end is of the same kind as the start, and in UTC if that has a zone (section 3.3.10).
  const last = dueInstant(end.until, time.time, time.timeZone)
  return text.replace(/UNTIL=\d+/, `UNTIL=${icsInstant(last.toString())}`)
}

type Part = Pick<RecurrenceRule, 'months' | 'monthDays' | 'setPosition'>

/** The 31st is the last day. The 29th and the 30th take a set position. */
function nameMonthly(rule: RecurrenceRule): Part | undefined {
  const monthDays = [...new Set(rule.monthDays.map((day) => (day === 31 ? -1 : day)))]
  const [part, ...others] = listEngineParts({ ...rule, monthDays })
  return others.length === 0 ? part : undefined
}

function nameYearly({ months, monthDays, setPosition }: RecurrenceRule): Part | undefined {
  const days = monthDays.map((day) => {
    if (day <= 28 || months.every((month) => day <= shortest(month))) return day
    return months.every((month) => day >= longest(month)) ? -1 : undefined
  })
  if (days.includes(undefined)) return undefined
  return { months, monthDays: [...new Set(days as number[])], setPosition }
}

function longest(month: number): number {
  return month === 2 ? 29 : shortest(month)
}

function shortest(month: number): number {
  return Temporal.PlainYearMonth.from({ year: 2027, month }).daysInMonth
}
