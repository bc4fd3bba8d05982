import { useRef } from 'react'
import type { Outcome } from '../../graphql/run-mutation.ts'
import { showToast } from '../../ui/toast-queue.ts'
import { focusTaskSoon, passTaskFocusOn } from './task-focus.ts'
import type { TaskRowData } from './task-row.fragment.ts'
import { useCompleteTask } from './use-complete-task.ts'
import { useDeleteTask } from './use-delete-task.ts'
import { useReopenTask } from './use-reopen-task.ts'
import { useRestoreTask } from './use-restore-task.ts'

export type TaskActions = {
  /** Completes an open task, reopens a completed one. */
  toggle: (task: TaskRowData) => void
  remove: (task: TaskRowData) => void
  /** Whether a row that is leaving leaves with its ring ticked. */
  leavesTicked: (task: TaskRowData) => boolean
}

/** What can be done with a row. Each shows at once, offers its undo, and says why when it is refused. */
export function useTaskActions(): TaskActions {
  const completeTask = useCompleteTask()
  const reopenTask = useReopenTask()
  const deleteTask = useDeleteTask()
  const restoreTask = useRestoreTask()
  const ticks = useRef(new Map<string, boolean>())

  /** Whether the change was made; why not is said. */
  async function run(change: Promise<Outcome<unknown>>, failure: string): Promise<boolean> {
    const outcome = await change
    if (!outcome.ok) showToast({ text: `${failure} ${outcome.message}` })
    return outcome.ok
  }

  /** Says what was done, with the way back: which starts when the change itself has arrived. */
  function offerUndo(text: string, task: TaskRowData, done: Promise<boolean>, undo: () => void) {
    async function takeBack(): Promise<void> {
      if (!(await done)) return
      undo()
      focusTaskSoon(task.id)
    }
    showToast({ text, action: { label: 'Undo', run: () => void takeBack() } })
  }

  return {
    toggle(task) {
      ticks.current.set(task.id, !task.completed)
      passTaskFocusOn(task.id)
      const reopen = () => run(reopenTask(task.id), `“${task.title}” stays completed.`)
      if (task.completed) {
        void reopen()
        return
      }
      const done = run(completeTask(task.id), `“${task.title}” is still open.`)
      offerUndo(`Completed “${task.title}”`, task, done, reopen)
    },
    remove(task) {
      ticks.current.set(task.id, task.completed)
      passTaskFocusOn(task.id)
      const restore = () => run(restoreTask(task), `“${task.title}” stays deleted.`)
      const done = run(deleteTask(task.id), `“${task.title}” is still here.`)
      offerUndo(`Deleted “${task.title}”`, task, done, restore)
    },
    leavesTicked: (task) => ticks.current.get(task.id) ?? task.completed,
  }
}
