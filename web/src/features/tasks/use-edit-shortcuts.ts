import type { ShortcutId } from '../../keyboard/shortcuts.ts'
import { useShortcut } from '../../keyboard/use-shortcut.ts'
import type { Task } from '../../model/documents/fields.ts'
import { listMeant } from './meant-tasks.ts'
import { findShownTask } from './selection-store.ts'
import { findFocusedTask } from './task-focus.ts'
import { editTitleOf } from './title-editing.ts'
import type { TaskActions } from './use-task-actions.ts'

/** The key that edits the title of the row in focus, and those for the priority of all that are meant. */
export function useEditShortcuts(actions: TaskActions): void {
  useShortcut('rename', () => {
    const task = findShownTask(findFocusedTask())
    if (task && !task.deletedAt) editTitleOf(task.id)
    return task !== undefined
  })
  const usePrioritizing = (id: ShortcutId, priority: Task['priority']) =>
    useShortcut(id, () => {
      const tasks = listMeant()
      if (tasks.length === 0) return false
      actions.prioritize(tasks, priority)
      return true
    })
  usePrioritizing('priorityUrgent', 'URGENT')
  usePrioritizing('priorityHigh', 'HIGH')
  usePrioritizing('priorityMedium', 'MEDIUM')
  usePrioritizing('priorityLow', 'LOW')
  usePrioritizing('priorityNone', 'NONE')
}
