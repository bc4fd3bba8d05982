import { checkDay, dayAt } from '../domain/dates/day.ts'
import { formatWeekday } from '../domain/dates/format-date.ts'
import { ApiError } from './caller.ts'

/** “Mon 2026-12-07”: agents are bad at weekdays, so each day comes with its own. */
export function writeDay(day: string): string {
  const checked = checkDay(day)
  return checked.ok ? `${formatWeekday(checked.value, 'short')} ${day}` : day
}

/** A moment as the person's clocks have it; without their time zone, as the API has it. */
export function writeMoment(instant: string, timeZone: string | undefined): string {
  if (timeZone === undefined) return instant
  const moment = Temporal.Instant.from(instant)
  const time = moment.toZonedDateTimeISO(timeZone).toPlainTime().toString().slice(0, 5)
  return `${writeDay(dayAt(moment, timeZone))} ${time}`
}

/**
 * Reads a day with or without its weekday. One that doesn't fit is refused: then the agent means another day
 * than it says.
 *
 * @throws ApiError `BAD_USER_INPUT`
 */
export function readDay<Day extends string | null | undefined>(text: Day, name: string): Day {
  const [, weekday, day] = /^([A-Z][a-z]{2})[a-z]*,? (\d{4}-\d{2}-\d{2})$/.exec(text ?? '') ?? []
  // Everything else is the API's to read or to refuse.
  if (weekday === undefined || day === undefined) return text
  const real = writeDay(day)
  if (real.startsWith(weekday)) return day as Day
  throw new ApiError('BAD_USER_INPUT', `${name}: ${text} was given, but ${day} is ${real}.`)
}
