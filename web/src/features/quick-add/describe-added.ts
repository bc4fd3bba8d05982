import type { Task } from '../../model/documents/fields.ts'
import { describeDue, type UserClock } from '../../time/due-words.ts'

/** What was added and where, for a task that isn't in sight. */
export function describeAdded(task: Task, clock: UserClock): string {
  const list = task.list.isInbox ? 'your inbox' : task.list.name
  const due = describeDue(task, clock)
  return `Added “${task.title}” to ${list}${due ? ` · ${due.text}` : ''}`
}
