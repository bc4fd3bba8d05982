import { useShortcut } from '../../keyboard/use-shortcut.ts'
import { type PanelPart, wantPart } from './wanted-part.store.ts'

export type PartShortcuts = {
  /** The task whose panel is open. */
  openTaskId: string | undefined
  /** The task whose row has the focus. */
  findFocusedTask: () => string | undefined
  open: (taskId: string) => void
}

/** The keys that write in a task's panel: of the focused row's, which is opened, else of the open one. */
export function usePartShortcuts({ openTaskId, findFocusedTask, open }: PartShortcuts): void {
  function to(part: PanelPart): () => boolean {
    return () => {
      const taskId = findFocusedTask() ?? openTaskId
      if (!taskId) return false
      if (taskId !== openTaskId) open(taskId)
      wantPart({ taskId, part })
      return true
    }
  }

  useShortcut('notes', to('notes'))
  useShortcut('subtask', to('subtask'))
}
