import type { Day } from '@tend/server/domain/dates/day'
import type { DueState } from '@tend/server/domain/dates/due-date'
import { dayIn, shiftDay, timeIn } from './calendar.ts'

/** The parts of a task that say when it is due, as the API gives them. */
export type TaskDue = {
  dueOn?: Day | null
  /** The instant of a due time, RFC 3339. */
  dueAt?: string | null
}

/** Now in milliseconds since 1970, and the time zone that decides which day it is. */
export type Clock = { now: number; timeZone: string }

/** The day and the time a task is due in a time zone; a day without a time is that day everywhere. */
export function localDue(
  { dueOn, dueAt }: TaskDue,
  timeZone: string,
): { day: Day; time: string | undefined } | undefined {
  if (!dueOn) return undefined
  if (!dueAt) return { day: dueOn, time: undefined }
  return { day: dayIn(timeZone, dueAt), time: timeIn(timeZone, dueAt) }
}

/** The day on which a task will be to think of; undefined when it is already. */
export function findStartAhead(
  { startOn }: { startOn?: Day | null | undefined },
  today: Day,
): Day | undefined {
  return startOn && startOn > today ? startOn : undefined
}

/** Whether a task is overdue, due today and so on: the API's `dueState`, computed without a request. */
export function dueStateAt(task: TaskDue, { now, timeZone }: Clock): DueState {
  const due = localDue(task, timeZone)
  if (!due) return 'none'
  if (task.dueAt && Date.parse(task.dueAt) < now) return 'overdue'
  const today = dayIn(timeZone, now)
  if (due.day < today) return 'overdue'
  if (due.day === today) return 'today'
  return due.day <= shiftDay(today, 7) ? 'next7days' : 'later'
}
