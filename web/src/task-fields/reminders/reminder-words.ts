import {
  describeMinutesBefore,
  readMinutesBefore,
} from '@tend/server/domain/reminders/minutes-before'
import { usualReminderTime } from '@tend/server/domain/reminders/reminder'
import { startSentence } from '@tend/server/domain/text/start-sentence'
import type { ReminderInput } from '../../gql/graphql.ts'
import { describeDueChoice, type UserClock } from '../../time/due-words.ts'
import { readDateWords } from '../date-words.ts'

/** "30 minutes before", "Tomorrow 18:00". */
export function describeReminder(
  { minutesBefore, on, time }: Pick<ReminderInput, 'minutesBefore' | 'on' | 'time'>,
  clock: UserClock,
): string {
  if (minutesBefore != null) return startSentence(describeMinutesBefore(minutesBefore))
  return on ? startSentence(describeDueChoice({ day: on, time }, clock)) : ''
}

/** What words such as "30 minutes before" or "tomorrow 6pm" mean as a reminder. Needs `Temporal`. */
export function readReminderWords(text: string, clock: UserClock): ReminderInput | undefined {
  const minutesBefore = readMinutesBefore(text)
  if (minutesBefore !== undefined) return { minutesBefore }
  const read = readDateWords(text, clock, null)
  return read && { on: read.day, time: read.time ?? usualReminderTime, timeZone: clock.timeZone }
}
