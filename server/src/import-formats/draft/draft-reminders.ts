import { checkDay } from '../../domain/dates/day.ts'
import { checkMinutesBefore, usualReminderTime } from '../../domain/reminders/reminder.ts'
import type { DraftDue, DraftReminder } from './draft.ts'

const minutesPerDay = 1_440
const farthest = 10 * 366 * minutesPerDay

/** So long before a task is due; longer than Tend allows, or after it, is only said. */
export function remindBefore(minutes: number, said: string): DraftReminder {
  return checkMinutesBefore(minutes).ok ? { said, minutesBefore: minutes } : { said }
}

/**
 * On a day and time of its own; a day alone at the time that people begin their day.
 *
 * @param said what the file says; without a day that is all of it
 */
export function remindAt(due: DraftDue | undefined, said = ''): DraftReminder[] {
  if (!due) return said === '' ? [] : [{ said }]
  const { day, time = usualReminderTime, timeZone } = due
  return [{ said: `${day} ${time}`, at: { day, time, timeZone } }]
}

/**
 * Counted from when a task is due or begins. From the due time it is so long before it; anything else gets a
 * time of its own, such as nine hours into a whole day, which is 9:00.
 *
 * @param minutes before that; negative after it
 * @param from what it is counted from; a day without a time begins at midnight
 */
export function remindFrom(
  minutes: number,
  { from, due, said }: { from: DraftDue | undefined; due: DraftDue | undefined; said: string },
): DraftReminder {
  if (!from) return remindBefore(minutes, said)
  const isFromDue = from.day === due?.day && from.time === due.time
  const isWhole = from.time !== undefined || minutes % minutesPerDay === 0
  if (isFromDue && isWhole && minutes >= 0) return remindBefore(minutes, said)
  if (!(Math.abs(minutes) <= farthest)) return { said }
  const { day, time = '00:00', timeZone } = from
  const moment = Temporal.PlainDateTime.from(`${day}T${time}`).subtract({ minutes })
  const on = moment.toPlainDate().toString()
  if (!checkDay(on).ok) return { said }
  return { said, at: { day: on, time: moment.toPlainTime().toString().slice(0, 5), timeZone } }
}

const duration =
  /^([+-])?P(?:(\d{1,5})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,7})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?$/i

/** How many minutes a duration of RFC 5545 is before: 30 of `-PT30M`; undefined for what is none. */
export function readTrigger(text: string): number | undefined {
  const match = duration.exec(text.trim())
  if (!match || !/\d/.test(text)) return undefined
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(2)
    .map(Number)
    .map((count) => count || 0)
  const total = ((weeks * 7 + days) * 24 + hours) * 60 + minutes + seconds / 60
  return match[1] === '-' ? Math.ceil(total) : 0 - Math.floor(total)
}
