import { accept, type Checked, refuse } from '../checked.ts'
import { checkDay, type Day } from '../dates/day.ts'
import { checkDueTime } from '../dates/due-date.ts'
import { checkTimeZone } from '../dates/time-zone.ts'
import { maxReminderMinutes } from '../limits.ts'

/** When a reminder rings: so long before the task is due, or at a day and time of its own in a named zone. */
export type ReminderTime =
  | { minutesBefore: number; on: null; time: null; timeZone: null }
  | { minutesBefore: null; on: Day; time: string; timeZone: string }

/** When a reminder rings on a day that was named without a time. */
export const usualReminderTime = '09:00'

/** What became of a reminder. All are instants, RFC 3339 in UTC with milliseconds. */
export type ReminderState = {
  /** When it was set, or its task got other dates: it rings for nothing before that. */
  setAt: string
  /** When somebody last said that it has done its work. */
  dismissedAt: string | null
  /** When it rings again, because somebody wants to hear it later. */
  snoozedUntil: string | null
}

/** A reminder of a task, as the task's row holds it. */
export type Reminder = { id: string } & ReminderTime & ReminderState

/** What a caller may say of when it rings. */
export type ReminderTimeInput = {
  minutesBefore?: number | null | undefined
  on?: Day | null | undefined
  time?: string | null | undefined
  timeZone?: string | null | undefined
}

/** A problem and the field of the input it is in; none where it is in all of it. */
export type ReminderIssue = { path: (string | number)[]; message: string }

/** When a reminder rings according to its input, or every problem with it. */
export function readReminderTime(
  input: ReminderTimeInput,
  personZone: string,
): { ok: true; time: ReminderTime } | { ok: false; issues: ReminderIssue[] } {
  const { minutesBefore, on, time, timeZone } = input
  const hasOwnTime = on != null || time != null
  if ((minutesBefore == null) !== hasOwnTime) {
    const message =
      'A reminder has either minutesBefore, or a day and a time of its own. Give one of the two.'
    return { ok: false, issues: [{ path: [], message }] }
  }
  const issues: ReminderIssue[] = []
  const take = <T>(field: string, checked: Checked<T>): T | undefined => {
    if (checked.ok) return checked.value
    issues.push({ path: [field], message: checked.message })
    return undefined
  }
  if (minutesBefore != null) {
    const minutes = take('minutesBefore', checkMinutesBefore(minutesBefore))
    if (timeZone != null) {
      const message = 'A reminder before the due time follows its zone. Leave timeZone out.'
      issues.push({ path: ['timeZone'], message })
    }
    if (minutes === undefined || issues.length > 0) return { ok: false, issues }
    return { ok: true, time: { minutesBefore: minutes, on: null, time: null, timeZone: null } }
  }
  const day = take(
    'on',
    on == null ? refuse('A reminder at a time needs its day too.') : checkDay(on),
  )
  const at = take(
    'time',
    time == null ? refuse('A reminder on a day needs its time too.') : checkDueTime(time),
  )
  const zone = take('timeZone', checkTimeZone(timeZone ?? personZone))
  if (day === undefined || at === undefined || zone === undefined) return { ok: false, issues }
  return { ok: true, time: { minutesBefore: null, on: day, time: at, timeZone: zone } }
}

/** Checks how long before the due time a reminder rings. Never throws. */
export function checkMinutesBefore(minutes: number): Checked<number> {
  if (Number.isInteger(minutes) && minutes >= 0 && minutes <= maxReminderMinutes)
    return accept(minutes)
  return refuse(
    `A reminder rings 0 to ${maxReminderMinutes} minutes before the task is due, and this is ${minutes}.`,
  )
}

/** Whether two reminders ring at the same time for the same reason. */
export function isSameTime(one: ReminderTime, other: ReminderTime): boolean {
  return (
    one.minutesBefore === other.minutesBefore &&
    one.on === other.on &&
    one.time === other.time &&
    one.timeZone === other.timeZone
  )
}
