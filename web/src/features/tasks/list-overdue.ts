import type { Task } from '../../model/documents/fields.ts'
import { dueStateAt } from '../../time/due.ts'
import type { UserClock } from '../../time/due-words.ts'
import { listShownTasks } from './selection-store.ts'

/** The open tasks on the screen that are overdue. */
export function listOverdue(clock: UserClock): readonly Task[] {
  return listShownTasks().filter(
    (task) => !task.completed && !task.deletedAt && dueStateAt(task, clock) === 'overdue',
  )
}
