import { useShortcut } from '../../keyboard/use-shortcut.ts'
import type { Task } from '../../model/documents/fields.ts'
import { findShownTask, taskSelection } from './selection-store.ts'
import { findFocusedTask } from './task-focus.ts'
import { editTitleOf } from './title-editing.ts'
import type { TaskActions } from './use-task-actions.ts'

/** The keys for what is selected, else for the task in focus. */
export function useTaskShortcuts(actions: TaskActions): void {
  function onMeant(run: (tasks: readonly Task[]) => void): () => boolean {
    return () => {
      const selected = taskSelection.listTasks()
      const focused = findShownTask(findFocusedTask())
      const tasks = selected.length > 0 ? selected : focused ? [focused] : []
      if (tasks.length > 0) run(tasks)
      return tasks.length > 0
    }
  }

  useShortcut('rename', () => {
    const task = findShownTask(findFocusedTask())
    if (task && !task.deletedAt) editTitleOf(task.id)
    return task !== undefined
  })
  useShortcut(
    'complete',
    onMeant((tasks) => (isInTrash(tasks) ? actions.restore(tasks) : actions.toggle(tasks))),
  )
  useShortcut(
    'trash',
    onMeant((tasks) => !isInTrash(tasks) && actions.remove(tasks)),
  )
  useShortcut(
    'priorityUrgent',
    onMeant((tasks) => actions.prioritize(tasks, 'URGENT')),
  )
  useShortcut(
    'priorityHigh',
    onMeant((tasks) => actions.prioritize(tasks, 'HIGH')),
  )
  useShortcut(
    'priorityMedium',
    onMeant((tasks) => actions.prioritize(tasks, 'MEDIUM')),
  )
  useShortcut(
    'priorityLow',
    onMeant((tasks) => actions.prioritize(tasks, 'LOW')),
  )
  useShortcut(
    'priorityNone',
    onMeant((tasks) => actions.prioritize(tasks, 'NONE')),
  )
}

function isInTrash(tasks: readonly Task[]): boolean {
  return tasks.some(({ deletedAt }) => deletedAt)
}
