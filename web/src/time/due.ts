import type { Day } from '@tend/server/domain/dates/day'
import type { DueState } from '@tend/server/domain/dates/due-date'
import { dayIn, shiftDay, timeIn } from './calendar.ts'

/** The parts of a task that say when it is due, as the API gives them. */
export type TaskDue = {
  dueOn?: Day | null
  /** The instant of a due time, RFC 3339. */
  dueAt?: string | null
}

/** The clock of whoever reads: now in milliseconds since 1970, and the zone that decides the day. */
export type Clock = { now: number; timeZone: string }

/** The day and the time a task is due for a reader in a zone; a day alone is that day everywhere. */
export function localDue(
  { dueOn, dueAt }: TaskDue,
  timeZone: string,
): { day: Day; time: string | undefined } | undefined {
  if (!dueOn) return undefined
  if (!dueAt) return { day: dueOn, time: undefined }
  return { day: dayIn(timeZone, dueAt), time: timeIn(timeZone, dueAt) }
}

/** Where a due date stands for a reader: the API's `dueState`, told here without asking. */
export function dueStateAt(task: TaskDue, { now, timeZone }: Clock): DueState {
  const due = localDue(task, timeZone)
  if (!due) return 'none'
  if (task.dueAt && Date.parse(task.dueAt) < now) return 'overdue'
  const today = dayIn(timeZone, now)
  if (due.day < today) return 'overdue'
  if (due.day === today) return 'today'
  return due.day <= shiftDay(today, 7) ? 'next7days' : 'later'
}
