import type { Task } from '../../model/documents/fields.ts'
import { dayIn } from '../../time/calendar.ts'
import { findStartAhead } from '../../time/due.ts'
import { describeDue, describeDueChoice, type UserClock } from '../../time/due-words.ts'

/** What was added and where, for a task that isn't in sight. */
export function describeAdded(task: Task, clock: UserClock): string {
  const list = task.list.isInbox ? 'your inbox' : task.list.name
  const start = findStartAhead(task, dayIn(clock.timeZone, clock.now))
  const due = describeDue(task, clock)
  const parts = [
    ...(start ? [`from ${describeDueChoice({ day: start }, clock)}`] : []),
    ...(due ? [due.text] : []),
  ]
  return [`Added “${task.title}” to ${list}`, ...parts].join(' · ')
}
