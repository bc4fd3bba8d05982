import type { Task } from '../../model/documents/fields.ts'
import { askForGood } from '../../model/trash/for-good.store.ts'
import { rememberRow } from './remember-row.ts'
import { findFocusedTask } from './task-focus.ts'

/** Asks before rows in the trash are deleted for good; the focus comes back to the row in focus, or beside it. */
export function askForGoodOf(tasks: readonly Task[]): void {
  const trashed = tasks.filter(({ deletedAt }) => deletedAt)
  askForGood({ kind: 'tasks', tasks: trashed }, rememberRow(findFocusedTask() ?? trashed[0]?.id))
}
