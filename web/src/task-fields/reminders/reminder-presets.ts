import { usualReminderTime } from '@tend/server/domain/reminders/reminder'
import type { ReminderInput } from '../../gql/graphql.ts'
import type { Task } from '../../model/documents/fields.ts'
import { dayIn, shiftDay, timeIn } from '../../time/calendar.ts'
import type { UserClock } from '../../time/due-words.ts'

const before: readonly ReminderInput[] = [0, 10, 60, 1_440].map((minutesBefore) => ({
  minutesBefore,
}))

/** A time before the evening has begun for somebody who is reminded in it. */
const eveningTime = '18:00'

/** What is offered with one click: before the due time, or for tasks without one, soon. */
export function listReminderPresets(tasks: readonly Task[], clock: UserClock): ReminderInput[] {
  if (tasks.every(({ dueOn }) => dueOn)) return [...before]
  const { timeZone, now } = clock
  const today = dayIn(timeZone, now)
  const evening = { on: today, time: eveningTime, timeZone }
  const morning = { on: shiftDay(today, 1), time: usualReminderTime, timeZone }
  return timeIn(timeZone, now) < eveningTime ? [evening, morning] : [morning]
}
