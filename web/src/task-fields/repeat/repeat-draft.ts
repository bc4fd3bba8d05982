import type { Day } from '@tend/server/domain/dates/day'
import type { RecurrenceBasis } from '@tend/server/domain/recurrence/basis'
import {
  chooseWeekStart,
  type Frequency,
  type RecurrenceEnd,
  type RecurrenceRule,
  type Weekday,
  weekdays,
  workdays,
} from '@tend/server/domain/recurrence/rule'

/** Which day of a month: what the editor offers, or what an API client set, kept as it is. */
export type MonthDay =
  | { kind: 'date'; date: number }
  | { kind: 'last' }
  | { kind: 'lastWorkday' }
  | { kind: 'nth'; ordinal: number; weekday: Weekday }
  | ({ kind: 'kept' } & Pick<RecurrenceRule, 'monthDays' | 'weekdays' | 'setPosition'>)

/** The state of the repeat editor. What a frequency doesn't use is kept for another one. */
export type RepeatDraft = {
  frequency: Frequency
  interval: number
  basis: RecurrenceBasis
  weekdays: readonly Weekday[]
  monthDay: MonthDay
  months: readonly number[]
  end: RecurrenceEnd
}

/** The initial state for a task of this day: every week on its weekday. */
export function startDraft(day: Day): RepeatDraft {
  const [, month = 1, date = 1] = day.split('-').map(Number)
  return {
    frequency: 'WEEKLY',
    interval: 1,
    basis: 'SCHEDULE',
    weekdays: [weekdayOf(day)],
    monthDay: { kind: 'date', date },
    months: [month],
    end: { kind: 'never' },
  }
}

/** A rule as the editor shows it; `day` says what the rule leaves to its first day. */
export function toDraft(rule: RecurrenceRule, basis: RecurrenceBasis, day: Day): RepeatDraft {
  const start = startDraft(day)
  const days = rule.weekdays.map(({ weekday }) => weekday)
  const hasMonthDay = rule.frequency === 'MONTHLY' || rule.frequency === 'YEARLY'
  return {
    frequency: rule.frequency,
    interval: rule.interval,
    basis,
    weekdays: rule.frequency === 'WEEKLY' && days.length > 0 ? days : start.weekdays,
    monthDay: (hasMonthDay && toMonthDay(rule)) || start.monthDay,
    months: rule.months.length > 0 ? rule.months : start.months,
    end: rule.end,
  }
}

/** The rule that the editor's state means. */
export function toRule(draft: RepeatDraft, weekStart: Weekday): RecurrenceRule {
  const { frequency, interval, basis, end } = draft
  const plain: RecurrenceRule = {
    ...{ frequency, interval, end },
    ...{ months: [], monthDays: [], weekdays: [], setPosition: null, weekStart: 'MO' },
  }
  if (basis === 'COMPLETION' || frequency === 'DAILY') return plain
  if (frequency === 'WEEKLY') {
    const days = weekdays.filter((weekday) => draft.weekdays.includes(weekday))
    return {
      ...plain,
      weekdays: days.map((weekday) => ({ weekday, ordinal: null })),
      weekStart: interval > 1 ? chooseWeekStart(days, weekStart) : 'MO',
    }
  }
  const months = frequency === 'YEARLY' ? draft.months.toSorted((a, b) => a - b) : []
  return { ...plain, ...toRuleParts(draft.monthDay), months }
}

/** What is missing for a complete rule, in words; undefined when nothing is. */
export function findGap({
  frequency,
  basis,
  weekdays: days,
  months,
}: RepeatDraft): string | undefined {
  if (basis === 'COMPLETION') return undefined
  if (frequency === 'WEEKLY' && days.length === 0) return 'Choose at least one day of the week.'
  if (frequency === 'YEARLY' && months.length === 0) return 'Choose at least one month.'
  return undefined
}

/** The weekday of a day, as rules spell it. */
export function weekdayOf(day: Day): Weekday {
  return weekdays[(new Date(day).getUTCDay() + 6) % 7] ?? 'MO'
}

/** Which one of its weekday a day is in its month: 1 to 4, and -1 for the last. */
export function ordinalOf(day: Day): number {
  const date = Number(day.slice(8))
  const [year = 0, month = 1] = day.split('-').map(Number)
  const lastDate = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return date + 7 > lastDate ? -1 : Math.ceil(date / 7)
}

function toMonthDay(rule: RecurrenceRule): MonthDay | undefined {
  const { monthDays, weekdays: days, setPosition } = rule
  const [date, ...otherDates] = monthDays
  const [day, ...otherDays] = days
  if (date === undefined && day === undefined) return undefined
  if (date !== undefined && otherDates.length === 0) {
    if (date > 0) return { kind: 'date', date }
    if (date === -1) return { kind: 'last' }
  }
  if (day && otherDays.length === 0 && day.ordinal !== null && isOffered(day.ordinal)) {
    return { kind: 'nth', ordinal: day.ordinal, weekday: day.weekday }
  }
  const isWorkweek = days.length === 5 && days.every(({ weekday }) => workdays.includes(weekday))
  if (isWorkweek && setPosition === -1) return { kind: 'lastWorkday' }
  return { kind: 'kept', monthDays, weekdays: days, setPosition }
}

/** What the editor offers to choose from. */
export const ordinals = [1, 2, 3, 4, -1] as const

function isOffered(ordinal: number): boolean {
  return ordinals.some((offered) => offered === ordinal)
}

function toRuleParts(
  day: MonthDay,
): Pick<RecurrenceRule, 'monthDays' | 'weekdays' | 'setPosition'> {
  const none = { monthDays: [], weekdays: [], setPosition: null }
  switch (day.kind) {
    case 'date':
      return { ...none, monthDays: [day.date] }
    case 'last':
      return { ...none, monthDays: [-1] }
    case 'nth':
      return { ...none, weekdays: [{ weekday: day.weekday, ordinal: day.ordinal }] }
    case 'lastWorkday':
      return {
        ...none,
        weekdays: workdays.map((weekday) => ({ weekday, ordinal: null })),
        setPosition: -1,
      }
    case 'kept': {
      const { monthDays, weekdays: days, setPosition } = day
      return { monthDays, weekdays: days, setPosition }
    }
  }
}
