import { describeMinutesBefore } from '@tend/server/domain/reminders/describe-reminder'
import { readMinutesBefore } from '@tend/server/domain/reminders/read-minutes-before'
import type { ReminderInput } from '../../gql/graphql.ts'
import type { Reminder } from '../../model/reminders/use-reminders.ts'
import { describeDueChoice, type UserClock } from '../../time/due-words.ts'
import { readDateWords } from '../date-words.ts'

/** When a day was named without a time. */
const usualTime = '09:00'

/** "30 minutes before", "Tomorrow 18:00". */
export function describeReminder(
  reminder: Pick<Reminder, 'minutesBefore' | 'on' | 'time'>,
  clock: UserClock,
): string {
  const { minutesBefore, on, time } = reminder
  if (minutesBefore != null) return capitalize(describeMinutesBefore(minutesBefore))
  return on ? capitalize(describeDueChoice({ day: on, time }, clock)) : ''
}

/** What words such as "30 minutes before" or "tomorrow 6pm" mean as a reminder. Needs `Temporal`. */
export function readReminderWords(text: string, clock: UserClock): ReminderInput | undefined {
  const minutesBefore = readMinutesBefore(text)
  if (minutesBefore !== undefined) return { minutesBefore }
  const read = readDateWords(text, clock, null)
  return read && { on: read.day, time: read.time ?? usualTime, timeZone: clock.timeZone }
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
