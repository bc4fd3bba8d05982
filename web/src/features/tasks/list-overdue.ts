import type { Task } from '../../model/documents/fields.ts'
import { dueStateAt } from '../../time/due.ts'
import type { Reader } from '../../time/due-words.ts'
import { listShownTasks } from './selection-store.ts'

/** The open tasks on the screen that are overdue for a reader. */
export function listOverdue(reader: Reader): readonly Task[] {
  return listShownTasks().filter(
    (task) => !task.completed && !task.deletedAt && dueStateAt(task, reader) === 'overdue',
  )
}
