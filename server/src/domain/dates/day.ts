import { accept, type Checked, refuse } from '../checked.ts'

/**
 * A calendar day as `YYYY-MM-DD`, without a zone or an instant (RFC 3339 `full-date`), from
 * `firstDay` to `lastDay`. In this form, days compare and sort as text.
 */
export type Day = string

export const firstDay: Day = '1900-01-01'
export const lastDay: Day = '9999-12-31'

const dayPattern = /^\d{4}-\d{2}-\d{2}$/

/** Checks that a text is a real day of the Gregorian calendar within our range. Never throws. */
export function checkDay(text: string): Checked<Day> {
  if (!dayPattern.test(text)) {
    return refuse(`"${text.slice(0, 40)}" is not a day. Write it as YYYY-MM-DD.`)
  }
  if (!isRealDay(text)) {
    return refuse(`The day ${text} is not on the calendar. Take one that is.`)
  }
  if (text < firstDay || text > lastDay) {
    return refuse(`The day ${text} is out of range. Take one from ${firstDay} to ${lastDay}.`)
  }
  return accept(text)
}

/**
 * The day that is so many days later, or earlier when negative. May leave our range. @throws
 * RangeError if `day` is no valid day
 */
export function addDays(day: Day, days: number): Day {
  // Gives what `Temporal` gives in a tenth of the time: each keystroke in quick add asks for
  // hundreds of days.
  return toDay(Date.parse(day) + days * millisecondsPerDay)
}

/** The number of days from one day to another; negative when the other is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days
}

/** The day at an instant in a zone. */
export function dayAt(instant: Temporal.Instant, timeZone: string): Day {
  return instant.toZonedDateTimeISO(timeZone).toPlainDate().toString()
}

const millisecondsPerDay = 86_400_000

/** In milliseconds, from midnight in UTC. */
function toDay(milliseconds: number): Day {
  return new Date(milliseconds).toISOString().slice(0, -'T00:00:00.000Z'.length)
}

/** `Date` reads 30 February as 2 March, or as invalid. */
function isRealDay(text: string): boolean {
  const milliseconds = Date.parse(text)
  return !Number.isNaN(milliseconds) && toDay(milliseconds) === text
}
