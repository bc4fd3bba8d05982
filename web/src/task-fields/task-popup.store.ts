import type { FieldsWith } from '@tend/server/domain/task-fields/field-types'
import { useSyncExternalStore } from 'react'
import type { Task } from '../model/documents/fields.ts'

/** The popup that changes each field; null when it is edited in place. */
type PopupOf = Complete<{
  title: null
  description: null
  priority: 'priority'
  startOn: 'start'
  dueOn: 'due'
  dueTime: 'due'
  recurrenceRule: 'repeat'
  recurrenceBasis: 'repeat'
  reminders: 'reminders'
}>

type Complete<Popups extends Record<FieldsWith<{ content: 'given' }>, string | null>> = Popups

/** The popups that change a field of a task; the panel has a line for each. */
export type FieldPopup = 'list' | 'tags' | NonNullable<PopupOf[keyof PopupOf]>

export type PopupKind = FieldPopup | 'menu'

export type TaskPopupRequest = {
  kind: PopupKind
  /** A task, as it was on opening; or all that are selected. */
  of: Task | 'selection'
  /** What it opens beside. */
  anchor: HTMLElement
  /** Where it opens instead: where somebody clicked. */
  at?: { x: number; y: number }
  /** Gives what gets the focus when it closes, though the row may have left its list by then. */
  findReturn: () => HTMLElement | null
}

/** The popup that was opened last; `turn` counts them, so that each begins empty. */
export type TaskPopupState = { request: TaskPopupRequest; turn: number; open: boolean }

let state: TaskPopupState | undefined
const listeners = new Set<() => void>()

/** Opens one for a task or for the selected ones; whatever was open closes. */
export function openTaskPopup(request: TaskPopupRequest): void {
  change({ request, turn: (state?.turn ?? 0) + 1, open: true })
}

/**
 * Closes the popup and gives the focus back at once: a key that is pressed now is for the row.
 *
 * @param turn closes this one alone, and not one that was opened since
 */
export function closeTaskPopup(turn = state?.turn): void {
  if (!state?.open || state.turn !== turn) return
  change({ ...state, open: false })
  // A menu keeps the focus until it has closed.
  if (state.request.kind !== 'menu') state.request.findReturn()?.focus({ preventScroll: true })
}

/** What gets the focus when a popup has closed; nothing where another was opened since. */
export function findReturnOf(turn: number): HTMLElement | null {
  return state?.turn === turn ? state.request.findReturn() : null
}

export function useTaskPopup(): TaskPopupState | undefined {
  return useSyncExternalStore(
    subscribe,
    () => state,
    () => undefined,
  )
}

/** Whether this element is the anchor of what is open. */
export function useIsPopupAnchor(anchor: { current: HTMLElement | null }): boolean {
  const popup = useTaskPopup()
  return (popup?.open ?? false) && popup?.request.anchor === anchor.current
}

function change(next: TaskPopupState): void {
  state = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
