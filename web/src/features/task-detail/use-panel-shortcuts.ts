import { useShortcut } from '../../keyboard/use-shortcut.ts'
import type { Task } from '../../model/documents/fields.ts'
import { askForGood } from '../../model/trash/for-good.store.ts'
import type { FieldPopup } from '../../task-fields/task-popup.store.ts'
import { useDueShortcuts } from '../../task-fields/use-due-shortcuts.ts'
import { findAround, findOnPage, listOnPage } from '../../ui/landmarks.ts'
import type { PanelActions } from './task-editor.tsx'

/** The keys for the open task, unless a row has the focus, or rows are selected and the panel hasn't. */
export function usePanelShortcuts(task: Task, actions: PanelActions): void {
  function onOpen(run: () => void): () => boolean {
    return () => {
      if (task.deletedAt || isForRows()) return false
      run()
      return true
    }
  }

  useDueShortcuts(() => (isForRows() ? [] : [task]))
  const remove = onOpen(() => actions.remove([task]))
  useShortcut('trash', () => {
    if (!task.deletedAt || isForRows()) return remove()
    askForGood({ kind: 'tasks', tasks: [task] })
    return true
  })
  const openLine = (line: FieldPopup) => onOpen(() => pressLine(line))
  useShortcut('due', openLine('due'))
  useShortcut('start', openLine('start'))
  useShortcut('repeat', openLine('repeat'))
  useShortcut('reminders', openLine('reminders'))
  useShortcut('list', openLine('list'))
  useShortcut('tags', openLine('tags'))
  useShortcut('priority', openLine('priority'))

  useShortcut(
    'complete',
    onOpen(() => actions.toggle([task])),
  )
  const prioritizing = (priority: Task['priority']) =>
    onOpen(() => actions.prioritize([task], priority))
  useShortcut('priorityUrgent', prioritizing('URGENT'))
  useShortcut('priorityHigh', prioritizing('HIGH'))
  useShortcut('priorityMedium', prioritizing('MEDIUM'))
  useShortcut('priorityLow', prioritizing('LOW'))
  useShortcut('priorityNone', prioritizing('NONE'))
}

function isForRows(): boolean {
  const { activeElement } = document
  if (findAround(activeElement, 'taskRow')) return true
  return findOnPage('bulkBar') !== undefined && !findAround(activeElement, 'taskPanel')
}

/** Opens the popup of a line of the panel, which returns the focus to that line. */
function pressLine(line: FieldPopup): void {
  const [panel] = listOnPage('taskPanel')
  const button = panel?.querySelector<HTMLElement>(`[data-task-field="${line}"]`)
  button?.focus()
  button?.click()
}
