import type { Task } from '../../model/documents/fields.ts'
import { describeDue, type Reader } from '../../time/due-words.ts'

/** What was added, and where it is, for where it can't be seen. */
export function describeAdded(task: Task, reader: Reader): string {
  const list = task.list.isInbox ? 'your inbox' : task.list.name
  const due = describeDue(task, reader)
  return `Added “${task.title}” to ${list}${due ? ` · ${due.text}` : ''}`
}
