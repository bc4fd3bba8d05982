import { accept, type Checked, refuse } from '../checked.ts'

/**
 * A day on the calendar as `YYYY-MM-DD`, with no zone and no instant (RFC 3339 `full-date`), from
 * `firstDay` to `lastDay`. Written so, days compare and sort as text.
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

/** The day so many days later, or earlier when negative. May leave our range. @throws RangeError for none */
export function addDays(day: Day, days: number): Day {
  // As `Temporal` has it, at a tenth of the time: a line that is typed asks for hundreds of days.
  return toDay(Date.parse(day) + days * millisecondsPerDay)
}

/** How many days from one day to another; negative when it is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days
}

/** The day it is at an instant in a zone. */
export function dayAt(instant: Temporal.Instant, timeZone: string): Day {
  return instant.toZonedDateTimeISO(timeZone).toPlainDate().toString()
}

const millisecondsPerDay = 86_400_000

/** From midnight in UTC. */
function toDay(milliseconds: number): Day {
  return new Date(milliseconds).toISOString().slice(0, -'T00:00:00.000Z'.length)
}

/** 30 February is 2 March to `Date`, or none. */
function isRealDay(text: string): boolean {
  const milliseconds = Date.parse(text)
  return !Number.isNaN(milliseconds) && toDay(milliseconds) === text
}
