import type { RecurrenceBasis } from './basis.ts'
import {
  isPlainRule,
  type RecurrenceRule,
  type RuleWeekday,
  type Weekday,
  workdays,
} from './rule.ts'

const weekdayNames: Record<Weekday, string> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
}
// The names are our own, because those of Intl differ between versions of its data.
const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const shortestMonthDays = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const units = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' } as const

/**
 * The rule as the end of an English sentence, without a full stop: `every 2nd Tuesday`, `every 3
 * days after completion`, `every other Monday until 30 Jun 2027`. A day that the rule takes from
 * the start of its series is left out. Never throws for a parsed rule.
 */
export function describeRecurrence(
  rule: RecurrenceRule,
  basis: RecurrenceBasis = 'SCHEDULE',
): string {
  const pattern = isPlainRule(rule) ? everyUnit(rule) : describePattern(rule)
  return `${pattern}${basis === 'COMPLETION' ? ' after completion' : ''}${describeEnd(rule)}`
}

function describePattern(rule: RecurrenceRule): string {
  if (rule.frequency === 'WEEKLY') return describeWeeks(rule)
  return rule.frequency === 'MONTHLY' ? describeMonths(rule) : describeYears(rule)
}

function everyUnit({ interval, frequency }: RecurrenceRule): string {
  const unit = units[frequency]
  if (interval === 1) return `every ${unit}`
  return interval === 2 ? `every other ${unit}` : `every ${interval} ${unit}s`
}

function describeWeeks(rule: RecurrenceRule): string {
  const days = rule.weekdays.map((day) => day.weekday)
  const names = join(days.map((day) => weekdayNames[day]))
  if (rule.interval === 1) {
    if (days.length === 7) return 'every day'
    return isWorkweek(rule.weekdays) ? 'every weekday' : `every ${names}`
  }
  if (rule.interval === 2 && days.length === 1) return `every other ${names}`
  if (days.length === 7) return `every day of ${everyUnit(rule)}`
  return `${everyUnit(rule)} on ${isWorkweek(rule.weekdays) ? 'weekdays' : names}`
}

function describeMonths(rule: RecurrenceRule): string {
  const hasNth = rule.weekdays.length > 0 && rule.setPosition === null
  if (hasNth && rule.interval === 1) return `every ${describeNthWeekdays(rule.weekdays)}`
  return `on the ${describeDays(rule, 28)} of ${everyUnit(rule)}`
}

function describeYears(rule: RecurrenceRule): string {
  const names = rule.months.map((month) => monthNames[month - 1] ?? '')
  const [day, ...others] = rule.monthDays
  if (rule.monthDays.length + rule.weekdays.length === 0) {
    return `${everyUnit(rule)} in ${join(names)}`
  }
  if (day !== undefined && day > 0 && others.length === 0) {
    const dates = rule.months.map((month, index) => {
      const orLast = day > shortestDays(month) ? ' (or its last day)' : ''
      return `${day} ${names[index]}${orLast}`
    })
    return `${everyUnit(rule)} on ${join(dates)}`
  }
  const shortest = Math.min(...rule.months.map(shortestDays))
  return `${everyUnit(rule)} on the ${describeDays(rule, shortest)} of ${join(names)}`
}

function describeDays(rule: RecurrenceRule, lastCertainDay: number): string {
  if (rule.monthDays.length > 0) {
    const days = join(rule.monthDays.map(nthDay))
    return rule.monthDays.some((day) => day > lastCertainDay) ? `${days} (or last day)` : days
  }
  if (rule.setPosition === null) return describeNthWeekdays(rule.weekdays)
  return `${nth(rule.setPosition)} ${describeChoice(rule.weekdays)}`
}

function describeChoice(days: readonly RuleWeekday[]): string {
  if (isWorkweek(days)) return 'weekday'
  if (days.length === 7) return 'day'
  return join(
    days.map((day) => weekdayNames[day.weekday]),
    'or',
  )
}

function describeNthWeekdays(days: readonly RuleWeekday[]): string {
  const names = new Set(days.map((day) => weekdayNames[day.weekday]))
  const ordinals = days.map((day) => nth(day.ordinal ?? 1))
  if (names.size === 1) return `${join(ordinals)} ${[...names].join()}`
  return join(days.map((day, index) => `${ordinals[index]} ${weekdayNames[day.weekday]}`))
}

function describeEnd({ end }: RecurrenceRule): string {
  if (end.kind === 'never') return ''
  if (end.kind === 'count') return end.count === 1 ? ', once' : `, ${end.count} times`
  const [year, month, day] = end.until.split('-').map(Number)
  return ` until ${day} ${monthNames[(month ?? 1) - 1]?.slice(0, 3)} ${year}`
}

function isWorkweek(days: readonly RuleWeekday[]): boolean {
  return days.length === 5 && days.every((day) => workdays.includes(day.weekday))
}

function shortestDays(month: number): number {
  return shortestMonthDays[month - 1] ?? 31
}

function nthDay(day: number): string {
  return day > 0 ? nth(day) : `${nth(day)} day`
}

function nth(position: number): string {
  if (position === -1) return 'last'
  if (position < 0) return `${nth(-position)} to last`
  const lastTwo = position % 100
  const suffix =
    lastTwo >= 11 && lastTwo <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][position % 10] ?? 'th')
  return `${position}${suffix}`
}

function join(words: readonly string[], conjunction = 'and'): string {
  if (words.length < 2) return words.join()
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${words.at(-1)}`
}
