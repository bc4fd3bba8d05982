import type { DateFormats } from '@tend/server/domain/dates/date-formats'
import type { Day } from '@tend/server/domain/dates/day'
import {
  describeDay,
  formatDay,
  formatTime,
  formatWeekday,
} from '@tend/server/domain/dates/format-date'
import { dayIn, daysBetween, timeIn } from './calendar.ts'
import { type Clock, dueStateAt, localDue, type TaskDue } from './due.ts'

export type DueTone = 'overdue' | 'today' | 'later'

/** What showing a date depends on: now, the user's time zone, and how they like dates written. */
export type UserClock = Clock & { formats: DateFormats }

/** When a task is due in words, such as "Tomorrow 09:00", and how it should look. */
export function describeDue(
  task: TaskDue,
  clock: UserClock,
): { text: string; tone: DueTone } | undefined {
  const due = localDue(task, clock.timeZone)
  if (!due) return undefined
  const state = dueStateAt(task, clock)
  return {
    text: describeDueChoice(due, clock),
    tone: state === 'overdue' || state === 'today' ? state : 'later',
  }
}

/** The time of day a task is due, where its day is shown already; undefined without one. */
export function describeDueTime(
  task: TaskDue,
  { timeZone, formats }: UserClock,
): string | undefined {
  const time = localDue(task, timeZone)?.time
  return time && formatTime(time, formats)
}

/** A day, and a time if there is one, in the user's time zone: "Tomorrow 09:00", "Fri". */
export function describeDueChoice(
  { day, time }: { day: Day; time?: string | null | undefined },
  clock: UserClock,
): string {
  const words = describeDay(day, dayIn(clock.timeZone, clock.now), clock.formats)
  return time ? `${words} ${formatTime(time, clock.formats)}` : words
}

/** An instant as day and time in the user's time zone: "Tomorrow 09:00". */
export function describeInstant(instant: string, clock: UserClock): string {
  const { timeZone } = clock
  return describeDueChoice(
    { day: dayIn(timeZone, instant), time: timeIn(timeZone, instant) },
    clock,
  )
}

/** A day as a heading over its tasks: "Tomorrow, 24 Nov", "Friday, 27 Nov". */
export function describeDayInFull(day: Day, today: Day, formats: DateFormats): string {
  const isNear = Math.abs(daysBetween(today, day)) <= 1
  const word = isNear ? describeDay(day, today, formats) : formatWeekday(day, 'long')
  return `${word}, ${formatDay(day, today, formats)}`
}
