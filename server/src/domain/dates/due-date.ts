import { accept, type Checked, refuse } from '../checked.ts'
import { addDays, type Day, dayAt } from './day.ts'

/**
 * When a task is due. A day without a time is the same calendar day in every zone. A day with a
 * time is a wall-clock time in a named zone, so that 9 o'clock stays 9 o'clock when the zone's
 * offset or its daylight saving rules change; time and zone come together or not at all.
 */
export type Due =
  | { readonly day: Day; readonly time: null; readonly timeZone: null }
  | { readonly day: Day; readonly time: string; readonly timeZone: string }

/** The present moment and the person's zone, which decide which day is today. */
export type Viewpoint = { readonly now: Temporal.Instant; readonly timeZone: string }

/** The state of a due date for a person, named as in the API. */
export const dueStates = {
  OVERDUE: 'overdue',
  TODAY: 'today',
  NEXT_7_DAYS: 'next7days',
  LATER: 'later',
  NONE: 'none',
} as const
export type DueState = (typeof dueStates)[keyof typeof dueStates]

/** Days and instants that separate the due states, for queries. Ends are exclusive. */
export type DayBounds = {
  today: Day
  tomorrow: Day
  /** The first day after the next 7 days, which are tomorrow and the six days after it. */
  dayAfterNext7: Day
  startOfToday: Temporal.Instant
  startOfTomorrow: Temporal.Instant
  endOfNext7Days: Temporal.Instant
}

const timePattern = /^(?:[01]\d|2[0-3]):[0-5]\d$/

/** Checks a due time: hours and minutes of a 24-hour clock, `HH:MM`. Never throws. */
export function checkDueTime(text: string): Checked<string> {
  if (timePattern.test(text)) return accept(text)
  return refuse(`"${text.slice(0, 40)}" is not a time. Write it as HH:MM, from 00:00 to 23:59.`)
}

/**
 * The instant of a due time. A time that the clocks skip moves later by the gap (02:30 on the night
 * when the clock goes from 2 to 3 is 03:30); of a time that the clocks repeat, the first counts:
 * RFC 5545 section 3.3.5, Temporal's "compatible". On a day that the zone skips altogether, it is a
 * time of the next day.
 */
export function dueInstant(day: Day, time: string, timeZone: string): Temporal.Instant {
  return Temporal.PlainDate.from(day)
    .toPlainDateTime(time)
    .toZonedDateTime(timeZone, { disambiguation: 'compatible' })
    .toInstant()
}

/**
 * The state of a due date for a person. A day without a time is overdue once that day is over in
 * the person's zone. A due time is overdue once it has passed; before that, it counts as the day on
 * which it falls in the person's zone. `next7days` is tomorrow and the six days after it.
 */
export function dueState(due: Due | null, { now, timeZone }: Viewpoint): DueState {
  if (!due) return 'none'
  const today = dayAt(now, timeZone)
  if (due.time === null) return due.day < today ? 'overdue' : upcoming(due.day, today)
  const instant = dueInstant(due.day, due.time, due.timeZone)
  if (Temporal.Instant.compare(instant, now) < 0) return 'overdue'
  return upcoming(dayAt(instant, timeZone), today)
}

/**
 * The bounds of the due states for a person. They say of many tasks what `dueState` says of one:
 * compare days with the days, and due instants with `now` and the instants.
 */
export function dayBounds({ now, timeZone }: Viewpoint): DayBounds {
  const today = dayAt(now, timeZone)
  const tomorrow = addDays(today, 1)
  const dayAfterNext7 = addDays(today, 8)
  return {
    today,
    tomorrow,
    dayAfterNext7,
    startOfToday: startOfDay(today, timeZone),
    startOfTomorrow: startOfDay(tomorrow, timeZone),
    endOfNext7Days: startOfDay(dayAfterNext7, timeZone),
  }
}

/** A day's first instant in a zone, which isn't midnight where the clocks skip midnight. */
export function startOfDay(day: Day, timeZone: string): Temporal.Instant {
  return Temporal.PlainDate.from(day).toZonedDateTime({ timeZone }).toInstant()
}

function upcoming(day: Day, today: Day): DueState {
  if (day === today) return 'today'
  return day <= addDays(today, 7) ? 'next7days' : 'later'
}
