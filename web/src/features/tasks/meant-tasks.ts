import type { Task } from '../../model/documents/fields.ts'
import { findShownTask, taskSelection } from './selection-store.ts'
import { findFocusedTask } from './task-focus.ts'

/** The tasks that a key acts on: the selected ones, else the one of the row in focus. */
export function listMeant(): readonly Task[] {
  const selected = taskSelection.listTasks()
  if (selected.length > 0) return selected
  const focused = findShownTask(findFocusedTask())
  return focused ? [focused] : []
}

export function isInTrash(tasks: readonly Task[]): boolean {
  return tasks.some(({ deletedAt }) => deletedAt)
}
