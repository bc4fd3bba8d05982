import type { DatePreferences, DateStyle, TimeStyle, WeekStart } from '../preferences.ts'

/** Complete preferences, which the functions of `format-date.ts` take. */
export type DateFormats = {
  weekStartsOn: Exclude<WeekStart, 'AUTO'>
  dateStyle: Exclude<DateStyle, 'AUTO'>
  timeStyle: Exclude<TimeStyle, 'AUTO'>
}

/**
 * Fills in the preferences that are left to the device, by the customs of `locale` (BCP 47, such as
 * `navigator.language`; the data is Unicode's CLDR). Where a week begins on a day that nobody can
 * choose here, it begins on Monday.
 */
export function resolveDateFormats(preferences: DatePreferences, locale: string): DateFormats {
  const { weekStartsOn, dateStyle, timeStyle } = preferences
  const usual = getUsualFormats(locale)
  return {
    weekStartsOn: weekStartsOn === 'AUTO' ? usual.weekStartsOn : weekStartsOn,
    dateStyle: dateStyle === 'AUTO' ? usual.dateStyle : dateStyle,
    timeStyle: timeStyle === 'AUTO' ? usual.timeStyle : timeStyle,
  }
}

// Asking Intl takes a millisecond on a phone, and much of what shows a date asks.
const usualFormats = new Map<string, DateFormats>()

function getUsualFormats(locale: string): DateFormats {
  const usual = usualFormats.get(locale) ?? {
    weekStartsOn: usualWeekStart(locale),
    dateStyle: usualDateStyle(locale),
    timeStyle: usualTimeStyle(locale),
  }
  usualFormats.set(locale, usual)
  return usual
}

function usualWeekStart(locale: string): DateFormats['weekStartsOn'] {
  // TypeScript 7's library lacks it, and so does Firefox before 138.
  const withWeeks = new Intl.Locale(locale) as { getWeekInfo?: () => { firstDay: number } }
  const firstDay = withWeeks.getWeekInfo?.().firstDay
  if (firstDay === 7) return 'SUNDAY'
  return firstDay === 6 ? 'SATURDAY' : 'MONDAY'
}

const firstParts = {
  day: 'DAY_FIRST',
  month: 'MONTH_FIRST',
  year: 'YEAR_FIRST',
} as const

function usualDateStyle(locale: string): DateFormats['dateStyle'] {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'short' })
  const types = format.formatToParts(0).map(({ type }) => type)
  const first = types.find((type): type is keyof typeof firstParts => type in firstParts)
  return firstParts[first ?? 'day']
}

function usualTimeStyle(locale: string): DateFormats['timeStyle'] {
  const { hour12 } = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions()
  return hour12 ? 'HOURS_12' : 'HOURS_24'
}
