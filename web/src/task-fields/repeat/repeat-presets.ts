import type { DateFormats } from '@tend/server/domain/dates/date-formats'
import type { Day } from '@tend/server/domain/dates/day'
import { formatDay, formatWeekday } from '@tend/server/domain/dates/format-date'
import { weekStartDays } from '@tend/server/domain/preferences'
import { type RecurrenceRule, workdays } from '@tend/server/domain/recurrence/rule'
import { type RepeatDraft, startDraft, toRule } from './repeat-draft.ts'

export type RepeatPreset = { label: string; rule: RecurrenceRule }

/**
 * The most common repeats. `day` is the day that tasks are due; for tasks of several days it is
 * undefined, and each keeps its own.
 */
export function listPresets(day: Day | undefined, formats: DateFormats): RepeatPreset[] {
  function make(label: string, changes: Partial<RepeatDraft>, on?: (day: Day) => string) {
    // Without a day, its part of the rule is left to each task.
    const draft = { ...startDraft(day ?? '2000-01-01'), ...changes }
    const rule = toRule(draft, weekStartDays[formats.weekStartsOn])
    if (!on) return { label, rule }
    if (!day) return { label, rule: { ...rule, months: [], monthDays: [], weekdays: [] } }
    return { label: `${label} on ${on(day)}`, rule }
  }

  return [
    make('Daily', { frequency: 'DAILY' }),
    make('Weekdays', { frequency: 'WEEKLY', weekdays: workdays }),
    make('Weekly', { frequency: 'WEEKLY' }, (on) => formatWeekday(on, 'long')),
    make('Monthly', { frequency: 'MONTHLY' }, (on) => `the ${countDate(Number(on.slice(8)))}`),
    make('Yearly', { frequency: 'YEARLY' }, (on) => formatDay(on, on, withoutYear(formats))),
  ]
}

/** A day of every year has no year to put first. */
function withoutYear(formats: DateFormats): DateFormats {
  return formats.dateStyle === 'YEAR_FIRST' ? { ...formats, dateStyle: 'DAY_FIRST' } : formats
}

/** 1st, 2nd, 3rd, 11th. */
function countDate(date: number): string {
  const ending = new Intl.PluralRules('en', { type: 'ordinal' }).select(date)
  return `${date}${{ one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' }[ending]}`
}
