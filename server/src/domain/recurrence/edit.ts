import type { Day } from '../dates/day.ts'
import { anchorRule, weekdayOf } from './engine.ts'
import { parseRecurrenceRule } from './parse.ts'
import type { RecurrenceStep } from './progress.ts'
import {
  findFirstDay,
  findFirstOccurrence,
  listOccurrences,
  type RecurrenceSeries,
} from './recurrence.ts'
import {
  type RecurrenceEnd,
  type RecurrenceRule,
  type RuleWeekday,
  serializeRecurrenceRule,
} from './rule.ts'

/**
 * Moves this occurrence and all that follow, from the day that the rule gave (`occurrence`) to
 * `day`. The part of the rule that gave the old day gives the new one instead (Mondays become
 * Tuesdays, the 15th the 20th, the 2nd Tuesday the 3rd Friday). The interval is counted from the
 * new day, and a count continues with what is left of it. Where a rule can't express the new day
 * (the last workday moved to a Sunday), only this occurrence moves and the rule stays the same.
 */
export function moveThisAndFollowing(
  series: RecurrenceSeries,
  { occurrence, day }: { occurrence: Day; day: Day },
): RecurrenceStep {
  if (series.basis === 'COMPLETION') return { day, series: { ...series, start: day } }
  const rule = {
    ...moveRule(anchorRule(series.rule, series.start), occurrence, day),
    end: endFrom(series, occurrence),
  }
  const moved = { ...series, rule, start: day }
  if (givesDay(moved, day)) return { day, series: moved }
  return { day, series: { ...moved, rule: { ...rule, end: withoutOne(rule.end, day) } } }
}

/**
 * Gives this occurrence and all that follow another rule, which starts on the task's due day. It
 * begins with `findFirstDay`, and is counted from there. A count in the new rule stays as it is.
 * Undefined when the rule gives no day at all.
 */
export function changeThisAndFollowing(change: RecurrenceSeries): RecurrenceStep | undefined {
  const day = findFirstDay(change)
  return day === undefined ? undefined : { day, series: { ...change, start: day } }
}

/** The rule's end, for the occurrence `day` and those after it. */
function endFrom(series: RecurrenceSeries, day: Day): RecurrenceEnd {
  const { end } = series.rule
  if (end.kind !== 'count') return end
  const left = listOccurrences(series, { from: day, limit: end.count }).length
  return { kind: 'count', count: Math.max(left, 1) }
}

/**
 * An occurrence that was moved off the rule's days uses up one of the count, but the rule doesn't
 * list it.
 */
function withoutOne(end: RecurrenceEnd, day: Day): RecurrenceEnd {
  if (end.kind !== 'count') return end
  return end.count > 1 ? { kind: 'count', count: end.count - 1 } : { kind: 'until', until: day }
}

function givesDay(series: RecurrenceSeries, day: Day): boolean {
  return findFirstOccurrence(series) === day
}

function moveRule(rule: RecurrenceRule, from: Day, to: Day): RecurrenceRule {
  const endless: RecurrenceRule = { ...rule, end: { kind: 'never' } }
  if (givesDay({ rule: endless, basis: 'SCHEDULE', start: to }, to)) return endless
  const [old, now] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)]
  const draft: RecurrenceRule = {
    ...endless,
    months: rule.months.map((month) => (month === old.month ? now.month : month)),
    monthDays: rule.monthDays.map((day) => (fallsOn(day, old) ? now.day : day)),
    weekdays:
      rule.setPosition === null
        ? rule.weekdays.map((nth) => moveWeekday(nth, old, now))
        : rule.weekdays,
  }
  // Parsing normalises the rule, and refuses a move that made it invalid.
  const parsed = parseRecurrenceRule(serializeRecurrenceRule(draft))
  const works = parsed.ok && givesDay({ rule: parsed.rule, basis: 'SCHEDULE', start: to }, to)
  return works ? parsed.rule : endless
}

function fallsOn(monthDay: number, date: Temporal.PlainDate): boolean {
  if (monthDay < 0) return date.daysInMonth + 1 + monthDay === date.day
  return Math.min(monthDay, date.daysInMonth) === date.day
}

function moveWeekday(
  nth: RuleWeekday,
  old: Temporal.PlainDate,
  now: Temporal.PlainDate,
): RuleWeekday {
  const matches =
    nth.weekday === weekdayOf(old.toString()) &&
    (nth.ordinal === null || nth.ordinal === ordinalOf(old, nth.ordinal < 0))
  if (!matches) return nth
  const weekday = weekdayOf(now.toString())
  if (nth.ordinal === null) return { weekday, ordinal: null }
  const ordinal = ordinalOf(now, nth.ordinal < 0)
  // Most months have no fifth one, so moving to it means the last.
  return { weekday, ordinal: ordinal === 5 ? -1 : ordinal }
}

function ordinalOf(date: Temporal.PlainDate, fromEnd: boolean): number {
  return fromEnd ? -Math.ceil((date.daysInMonth - date.day + 1) / 7) : Math.ceil(date.day / 7)
}
