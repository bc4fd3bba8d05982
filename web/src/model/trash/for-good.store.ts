import { useSyncExternalStore } from 'react'
import type { List, Task } from '../documents/fields.ts'

/** What is to be deleted from the trash for good. */
export type ForGoodRequest =
  | { kind: 'tasks'; tasks: readonly Task[] }
  | { kind: 'list'; list: Pick<List, 'id' | 'name'> }
  | { kind: 'all' }

export type ForGoodState = {
  request: ForGoodRequest
  open: boolean
  /** Another one for each time that somebody is asked. */
  turn: number
  /** What gets the focus afterwards, if it is still there. */
  findReturn: () => HTMLElement | null
}

let state: ForGoodState | undefined
const listeners = new Set<() => void>()

function change(next: ForGoodState): void {
  state = next
  for (const listener of listeners) listener()
}

/** Asks in a dialog before anything is deleted; the focus comes back to where it is by default. */
export function askForGood(request: ForGoodRequest, findReturn = rememberFocus()): void {
  change({ request, open: true, turn: (state?.turn ?? 0) + 1, findReturn })
}

export function closeForGood(): void {
  if (state) change({ ...state, open: false })
}

/** What is asked about; undefined until somebody has been asked once. */
export function useForGood(): ForGoodState | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => state,
    () => undefined,
  )
}

function rememberFocus(): () => HTMLElement | null {
  const { activeElement } = document
  return () => (activeElement instanceof HTMLElement ? activeElement : null)
}
