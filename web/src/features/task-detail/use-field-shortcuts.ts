import { useShortcut } from '../../keyboard/use-shortcut.ts'
import { openPanelField } from './panel-fields.ts'
import type { PanelField } from './task-field-list.tsx'

export type FieldShortcuts = {
  /** The task whose panel is open. */
  openTaskId: string | undefined
  /** The task whose row has the focus. */
  findFocusedTask: () => string | undefined
  open: (taskId: string) => void
}

/** The keys that open a line of a task: of the focused row's, which is opened, else of the open one. */
export function useFieldShortcuts({ openTaskId, findFocusedTask, open }: FieldShortcuts): void {
  function to(field: PanelField): () => boolean {
    return () => {
      const taskId = findFocusedTask() ?? openTaskId
      if (!taskId) return false
      if (taskId !== openTaskId) open(taskId)
      return openPanelField({ taskId, field })
    }
  }

  useShortcut('due', to('due'))
  useShortcut('repeat', to('repeat'))
  useShortcut('moveToList', to('list'))
  useShortcut('tags', to('tags'))
}
