import type { Day } from '../dates/day.ts'

export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
export type Weekday = (typeof weekdays)[number]

export const workdays: readonly Weekday[] = weekdays.slice(0, 5)

export const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const
export type Frequency = (typeof frequencies)[number]

/** The longest interval of each frequency: ten years, and a hundred years for `YEARLY`. */
export const maxInterval: Record<Frequency, number> = {
  DAILY: 3650,
  WEEKLY: 520,
  MONTHLY: 120,
  YEARLY: 100,
}

export const maxCount = 999

/**
 * A weekday of each week, or with `ordinal` that weekday's nth in the month, counted from its end
 * if negative.
 */
export type RuleWeekday = { readonly weekday: Weekday; readonly ordinal: number | null }

/**
 * A recurrence rule of RFC 5545 section 3.3.10, limited to what repeats on days. Lists are sorted
 * and have no duplicates; an empty list means that the day comes from the start of the series.
 *
 * - `DAILY`: only the interval.
 * - `WEEKLY`: `weekdays` without ordinals.
 * - `MONTHLY`: `monthDays`, or `weekdays` with ordinals, or `weekdays` without them and
 *   `setPosition` (Monday to Friday and -1: the last workday).
 * - `YEARLY`: as `MONTHLY`, in `months`; `setPosition` takes exactly one month.
 *
 * **Differs from the RFC:** a month day that a month doesn't have (the 31st in April, 29 February)
 * is that month's last day, where the RFC leaves the month out.
 */
export type RecurrenceRule = {
  readonly frequency: Frequency
  readonly interval: number
  readonly months: readonly number[]
  /** 1 to 31, or -1 (the last day) to -28. */
  readonly monthDays: readonly number[]
  readonly weekdays: readonly RuleWeekday[]
  readonly setPosition: number | null
  /** The first day of a week, which matters to rules such as every other week. */
  readonly weekStart: Weekday
  readonly end: RecurrenceEnd
}

/** `count` occurrences in all, or none after the day `until`. */
export type RecurrenceEnd =
  | { readonly kind: 'never' }
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'until'; readonly until: Day }

/** A rule's normalised RFC 5545 text, without `RRULE:`. `parseRecurrenceRule` reads it back. */
export function serializeRecurrenceRule(rule: RecurrenceRule): string {
  const parts = [`FREQ=${rule.frequency}`]
  if (rule.interval > 1) parts.push(`INTERVAL=${rule.interval}`)
  if (rule.months.length > 0) parts.push(`BYMONTH=${rule.months.join()}`)
  if (rule.monthDays.length > 0) parts.push(`BYMONTHDAY=${rule.monthDays.join()}`)
  if (rule.weekdays.length > 0) {
    const days = rule.weekdays.map(({ weekday, ordinal }) => `${ordinal ?? ''}${weekday}`)
    parts.push(`BYDAY=${days.join()}`)
  }
  if (rule.setPosition !== null) parts.push(`BYSETPOS=${rule.setPosition}`)
  if (rule.weekStart !== 'MO') parts.push(`WKST=${rule.weekStart}`)
  if (rule.end.kind === 'count') parts.push(`COUNT=${rule.end.count}`)
  if (rule.end.kind === 'until') parts.push(`UNTIL=${rule.end.until.replaceAll('-', '')}`)
  return parts.join(';')
}

/** A rule with only a frequency and an interval. */
export function isPlainRule(rule: RecurrenceRule): boolean {
  return rule.months.length + rule.monthDays.length + rule.weekdays.length === 0
}

/**
 * The first day of a week for rules such as every other week: the person's own, changed where
 * Saturday and Sunday would be in different weeks. With weeks from Sunday, "every other weekend"
 * would be a Saturday in one week and a Sunday in another (RFC 5545, WKST).
 */
export function chooseWeekStart(days: readonly Weekday[], own: Weekday): Weekday {
  const hasWeekend = days.includes('SA') && days.includes('SU')
  return hasWeekend && days.length < weekdays.length ? 'MO' : own
}
