import type { DateFormats } from './date-formats.ts'
import type { Day } from './day.ts'

// This file works without Temporal, because browsers that lack it show dates too. A day is
// represented by its midnight in UTC.
const dayMs = 86_400_000
// The words are English, like all of Tend's; the order of their parts is the person's preference.
const language = { DAY_FIRST: 'en-GB', MONTH_FIRST: 'en-US', YEAR_FIRST: 'en-GB' } as const
const weekdayNumbers = { MONDAY: 1, SATURDAY: 6, SUNDAY: 0 } as const

/**
 * A day in figures with the month's short name: "12 Mar", "Mar 12", or "2026-03-12" for people who
 * prefer the year first. The year is left out when it is the year of `today`.
 */
export function formatDay(day: Day, today: Day, { dateStyle }: DateFormats): string {
  if (dateStyle === 'YEAR_FIRST') return day
  const otherYear = day.slice(0, 4) !== today.slice(0, 4)
  return formatParts(language[dateStyle], toDate(day), {
    day: 'numeric',
    month: 'short',
    ...(otherYear && { year: 'numeric' }),
  })
}

/** A day as people say it on the day `today`: "Today", "Tomorrow", "Yesterday", "Fri", "12 Mar". */
export function describeDay(day: Day, today: Day, formats: DateFormats): string {
  const distance = (toDate(day).getTime() - toDate(today).getTime()) / dayMs
  if (distance === 0) return 'Today'
  if (distance === 1) return 'Tomorrow'
  if (distance === -1) return 'Yesterday'
  if (distance > 1 && distance < 7) return formatWeekday(day, 'short')
  return formatDay(day, today, formats)
}

/** "Friday", "Fri". */
export function formatWeekday(day: Day, length: 'long' | 'short'): string {
  return formatParts('en-GB', toDate(day), { weekday: length })
}

/** The month of a day: "November 2026". */
export function formatMonth(day: Day): string {
  return formatParts('en-GB', toDate(day), { month: 'long', year: 'numeric' })
}

/** A wall-clock time `HH:MM` as "14:30" or "2:30 PM". */
export function formatTime(time: string, { timeStyle }: DateFormats): string {
  if (timeStyle === 'HOURS_24') return time
  const text = formatParts('en-US', new Date(`1970-01-01T${time}Z`), {
    hour: 'numeric',
    minute: '2-digit',
    hour12: true,
  })
  // Runtimes put different spaces there, and a line must not break at any of them.
  return text.replace(/\s/, '\u00a0')
}

/**
 * An instant (RFC 3339) as day and time in a zone: "12 Mar, 14:30". The year is left out when it is
 * the year of `now`.
 */
export function formatInstant(
  instant: string,
  { now, timeZone }: { now: string; timeZone: string },
  formats: DateFormats,
): string {
  const [there, today] = [wallClock(instant, timeZone), wallClock(now, timeZone)]
  return `${formatDay(there.day, today.day, formats)}, ${formatTime(there.time, formats)}`
}

/** The first day of the week that `day` is in. */
export function startOfWeek(day: Day, { weekStartsOn }: DateFormats): Day {
  const date = toDate(day)
  const passed = (date.getUTCDay() - weekdayNumbers[weekStartsOn] + 7) % 7
  return new Date(date.getTime() - passed * dayMs).toISOString().slice(0, 10)
}

/** The day and `HH:MM` that a zone's clocks show at an instant. */
function wallClock(instant: string, timeZone: string): { day: Day; time: string } {
  // The Swedish locale writes dates as ISO 8601 does.
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone,
    dateStyle: 'short',
    timeStyle: 'short',
  })
  const [day = '', time = ''] = format.format(new Date(instant)).split(' ')
  return { day, time }
}

function toDate(day: Day): Date {
  return new Date(`${day}T00:00:00Z`)
}

// Creating a formatter takes longer than all the rest of a row that shows a date, and there are
// only about a dozen different ones.
const madeFormats = new Map<string, Intl.DateTimeFormat>()

function formatParts(locale: string, date: Date, options: Intl.DateTimeFormatOptions): string {
  const key = locale + JSON.stringify(options)
  const format =
    madeFormats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  madeFormats.set(key, format)
  return format.format(date)
}
