import type { PanelField } from './task-field-list.tsx'

type FieldOfTask = { taskId: string; field: PanelField }

let wanted: FieldOfTask | undefined

/** Opens what a line of a task's panel opens: at once, or as soon as that panel is there. False when it can't. */
export function openPanelField({ taskId, field }: FieldOfTask): boolean {
  const selector = `[data-task-panel="${taskId}"] [data-task-field="${field}"]`
  const button = document.querySelector<HTMLButtonElement>(selector)
  wanted = button ? undefined : { taskId, field }
  button?.focus()
  button?.click()
  return !button?.disabled
}

/** For a line that has just appeared: whether it was waited for. */
export function takeWantedField({ taskId, field }: FieldOfTask): boolean {
  const isWanted = wanted?.taskId === taskId && wanted.field === field
  if (isWanted) wanted = undefined
  return isWanted
}
