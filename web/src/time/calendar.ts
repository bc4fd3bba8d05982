import type { Day } from '@tend/server/domain/dates/day'

const millisecondsPerDay = 86_400_000
const dayFormats = new Map<string, Intl.DateTimeFormat>()
const timeFormats = new Map<string, Intl.DateTimeFormat>()
let lastAsked: { timeZone: string; instant: number; day: Day } | undefined

// `Temporal` isn't in every browser yet; days and `Intl` are all that the app needs of it.

/** The day it is in a zone at an instant, in milliseconds since 1970 or as RFC 3339. */
export function dayIn(timeZone: string, instant: number | string): Day {
  // Each row of a list asks for today's date.
  if (lastAsked?.instant === instant && lastAsked.timeZone === timeZone) return lastAsked.day
  // Sweden writes days as ISO 8601 does.
  const options = { year: 'numeric', month: '2-digit', day: '2-digit' } as const
  const format = remember(dayFormats, timeZone, () => makeFormat('sv-SE', timeZone, options))
  const day = format.format(new Date(instant))
  if (typeof instant === 'number') lastAsked = { timeZone, instant, day }
  return day
}

/** What clocks in a zone show at an instant, `HH:MM`. */
export function timeIn(timeZone: string, instant: number | string): string {
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
  return remember(timeFormats, timeZone, () => makeFormat('en-GB', timeZone, options)).format(
    new Date(instant),
  )
}

/**
 * The instant at which clocks in a zone show a time on a day, in milliseconds since 1970. A time that
 * the clocks skip counts as just as much later; for one that they repeat, the first is taken.
 */
export function instantIn(timeZone: string, day: Day, time: string): number {
  const wanted = Date.parse(`${day}T${time}Z`)
  const shownAt = (instant: number) =>
    Date.parse(`${dayIn(timeZone, instant)}T${timeIn(timeZone, instant)}Z`)
  const offsets = [-millisecondsPerDay, millisecondsPerDay].map(
    (shift) => shownAt(wanted + shift) - (wanted + shift),
  )
  const candidates = offsets.map((offset) => wanted - offset)
  return candidates.find((instant) => shownAt(instant) === wanted) ?? Math.max(...candidates)
}

/** The day so many days later, or earlier when negative. */
export function shiftDay(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * millisecondsPerDay).toISOString().slice(0, 10)
}

/** How many days `to` is after `from`; negative when it is before. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / millisecondsPerDay)
}

function makeFormat(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions) {
  return new Intl.DateTimeFormat(locale, { timeZone, ...options })
}

function remember(
  formats: Map<string, Intl.DateTimeFormat>,
  timeZone: string,
  make: () => Intl.DateTimeFormat,
): Intl.DateTimeFormat {
  const known = formats.get(timeZone) ?? make()
  formats.set(timeZone, known)
  return known
}
