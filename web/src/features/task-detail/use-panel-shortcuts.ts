import { useShortcut } from '../../keyboard/use-shortcut.ts'
import type { Task } from '../../model/documents/fields.ts'
import { findAround } from '../../ui/landmarks.ts'
import type { PanelActions } from './task-editor.tsx'

/** The keys for the open task, unless a row of a list has the focus. */
export function usePanelShortcuts(task: Task, actions: PanelActions): void {
  function onOpen(run: () => void): () => boolean {
    return () => {
      if (task.deletedAt || findAround(document.activeElement, 'taskRow')) return false
      run()
      return true
    }
  }

  useShortcut(
    'complete',
    onOpen(() => actions.toggle([task])),
  )
  useShortcut(
    'priorityUrgent',
    onOpen(() => actions.prioritize([task], 'URGENT')),
  )
  useShortcut(
    'priorityHigh',
    onOpen(() => actions.prioritize([task], 'HIGH')),
  )
  useShortcut(
    'priorityMedium',
    onOpen(() => actions.prioritize([task], 'MEDIUM')),
  )
  useShortcut(
    'priorityLow',
    onOpen(() => actions.prioritize([task], 'LOW')),
  )
  useShortcut(
    'priorityNone',
    onOpen(() => actions.prioritize([task], 'NONE')),
  )
}
