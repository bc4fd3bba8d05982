import { addDays } from '../dates/day.ts'
import { dueInstant } from '../dates/due-date.ts'
import type { ValuesOf } from '../task-fields/field-types.ts'
import type { ReminderTime } from './reminder.ts'

/** What decides when reminders ring, besides themselves. */
export type RingSettings = {
  /** The person's zone. */
  timeZone: string
  /** `HH:MM`: when a day without a time counts as due. */
  dayTime: string
  /** `HH:MM`, from the one to the other, also over midnight; null when no hours are quiet. */
  quietHours: { from: string; until: string } | null
}

export type DueFields = ValuesOf<'dueOn' | 'dueTime' | 'dueTimeZone'>

const minutesPerDay = 1_440

/**
 * The instant at which a reminder rings, in the rules of zones as they are known now; null when it waits for a
 * due day. Whole days before the due time are counted on the calendar, so that "1 day before 14:30" is 14:30,
 * and the rest on the clock. A time that the clocks skip or repeat is that of a due time (`dueInstant`).
 *
 * One with a day and time of its own rings then. Another one that falls into the quiet hours waits for their
 * end, but not longer than until the task is due.
 */
export function findRingInstant(
  reminder: ReminderTime,
  { dueOn, dueTime, dueTimeZone }: DueFields,
  settings: RingSettings,
): Temporal.Instant | null {
  if (reminder.on !== null) return dueInstant(reminder.on, reminder.time, reminder.timeZone)
  if (dueOn === null) return null
  const time = dueTime ?? settings.dayTime
  const zone = dueTimeZone ?? settings.timeZone
  const days = Math.floor(reminder.minutesBefore / minutesPerDay)
  const minutes = reminder.minutesBefore % minutesPerDay
  const instant = dueInstant(addDays(dueOn, -days), time, zone).subtract({ minutes })
  const latest = dueTime === null ? null : dueInstant(dueOn, dueTime, zone)
  return earlier(endOfQuiet(instant, settings), latest)
}

/** The instant itself, or the end of the quiet hours it falls into. */
export function endOfQuiet(
  instant: Temporal.Instant,
  { timeZone, quietHours }: Pick<RingSettings, 'timeZone' | 'quietHours'>,
): Temporal.Instant {
  if (quietHours === null) return instant
  const { from, until } = quietHours
  const local = instant.toZonedDateTimeISO(timeZone)
  const time = local.toPlainTime().toString().slice(0, 'HH:MM'.length)
  const isOverMidnight = from > until
  const isQuiet = isOverMidnight ? time >= from || time < until : time >= from && time < until
  if (!isQuiet) return instant
  const day = local.toPlainDate().toString()
  const end = dueInstant(isOverMidnight && time >= from ? addDays(day, 1) : day, until, timeZone)
  // Where the clocks go back, the hour of the end comes twice, and the first may be over.
  return Temporal.Instant.compare(end, instant) < 0 ? instant : end
}

function earlier(one: Temporal.Instant, other: Temporal.Instant | null): Temporal.Instant {
  return other !== null && Temporal.Instant.compare(other, one) < 0 ? other : one
}
