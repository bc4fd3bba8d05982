import { dropHeldKeys } from '../../keyboard/held-keys.ts'
import type { ShortcutId } from '../../keyboard/shortcuts.ts'
import { useShortcut } from '../../keyboard/use-shortcut.ts'
import type { Task } from '../../model/documents/fields.ts'
import type { PopupKind } from '../../task-fields/task-popup.store.ts'
import { isInTrash, listMeant } from './meant-tasks.ts'
import type { RowPopupKind } from './open-row-popup.ts'
import { findFocusedTask } from './task-focus.ts'
import type { TaskActions } from './use-task-actions.ts'

function open(kind: RowPopupKind, tasks: readonly Task[]): void {
  // The row in focus now, not the one in focus when the code has loaded.
  const target = { tasks, focusedId: findFocusedTask() }
  // Keys that need it wait until it has loaded.
  void import('./open-row-popup.ts').then(
    ({ openRowPopup }) => openRowPopup(kind, target),
    dropHeldKeys,
  )
}

/** The keys for what is selected, else for the task in focus. */
export function useTaskShortcuts(actions: TaskActions): void {
  function onMeant(run: (tasks: readonly Task[]) => unknown): () => boolean {
    return () => {
      const tasks = listMeant()
      return tasks.length > 0 && run(tasks) !== false
    }
  }

  useShortcut(
    'complete',
    onMeant((tasks) => (isInTrash(tasks) ? actions.restore(tasks) : actions.toggle(tasks))),
  )
  useShortcut(
    'trash',
    onMeant((tasks) => (isInTrash(tasks) ? open('trash', tasks) : actions.remove(tasks))),
  )
  const useOpening = (kind: ShortcutId & PopupKind) =>
    useShortcut(
      kind,
      onMeant((tasks) => {
        if (kind !== 'menu' && isInTrash(tasks)) return false
        open(kind, tasks)
      }),
    )
  useOpening('due')
  useOpening('start')
  useOpening('repeat')
  useOpening('reminders')
  useOpening('list')
  useOpening('tags')
  useOpening('priority')
  useOpening('menu')
}
