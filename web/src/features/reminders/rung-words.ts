import { formatTime } from '@tend/server/domain/dates/format-date'
import { dayIn, timeIn } from '../../time/calendar.ts'
import type { UserClock } from '../../time/due-words.ts'
import type { RungReminder } from './rung-state.ts'

/** "until 15:30", "until tomorrow 09:00". */
export function describeSnoozeEnd(end: number, { timeZone, formats, now }: UserClock): string {
  const time = formatTime(timeIn(timeZone, end), formats)
  return dayIn(timeZone, end) === dayIn(timeZone, now) ? `until ${time}` : `until tomorrow ${time}`
}

/** "Reminder: “Call the bank”", "2 reminders: “Call the bank”, “Feed the cat”"; quoted as messages are. */
export function describeRung(rung: readonly RungReminder[], quote = true): string {
  const titles = rung.map(({ task }) => (quote ? `“${task.title}”` : task.title)).join(', ')
  return rung.length === 1 ? `Reminder: ${titles}` : `${rung.length} reminders: ${titles}`
}
