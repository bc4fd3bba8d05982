import { type DateFormats, resolveDateFormats } from '@tend/server/domain/dates/date-formats'
import { formatInstant } from '@tend/server/domain/dates/format-date'
import type { DatePreferences } from '@tend/server/domain/preferences'
import { browserLocale } from '../time/browser-locale.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** What showing an instant depends on: now, the time zone, and the formats. */
export type InstantStyle = { now: string; timeZone: string; formats: DateFormats }

/** When something happened: "just now", "5 minutes ago", "3 days ago", then as day and time. */
export function describePast(instant: string, style: InstantStyle): string {
  const passed = Date.parse(style.now) - Date.parse(instant)
  if (passed < minuteMs) return 'just now'
  const words = new Intl.RelativeTimeFormat('en', { numeric: 'always' })
  if (passed < hourMs) return words.format(-toUnits(passed, minuteMs), 'minute')
  if (passed < dayMs) return words.format(-toUnits(passed, hourMs), 'hour')
  if (passed < 7 * dayMs) return words.format(-toUnits(passed, dayMs), 'day')
  return describeInstant(instant, style)
}

/** An instant as day and time: "12 Mar, 14:30". */
export function describeInstant(instant: string, { formats, ...clock }: InstantStyle): string {
  return formatInstant(instant, clock, formats)
}

function toUnits(milliseconds: number, unit: number): number {
  return Math.floor(milliseconds / unit)
}

/** The style for a person, as of now. */
export function toInstantStyle(person: DatePreferences & { timeZone: string }): InstantStyle {
  return {
    now: new Date().toISOString(),
    timeZone: person.timeZone,
    formats: resolveDateFormats(person, browserLocale()),
  }
}
