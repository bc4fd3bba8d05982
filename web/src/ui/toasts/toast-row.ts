import type { ToastMessage } from './toast-queue.ts'

/** Joins a message with the one before where both report the same action. */
export function joinRow(before: ToastMessage | undefined, next: ToastMessage): ToastMessage {
  const { row, action } = next
  const earlier = before?.action
  if (!row || !action || !earlier || before.row?.done !== row.done) return next
  const count = before.row.count + row.count
  return {
    text: `${row.done} ${count} tasks`,
    row: { done: row.done, count },
    action: {
      label: action.label,
      // The newest first, as if they were undone one by one.
      run() {
        action.run()
        earlier.run()
      },
    },
  }
}
