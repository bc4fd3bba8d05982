import { useSyncExternalStore } from 'react'
import {
  handle,
  listNew,
  nothingKnown,
  type RungAnswer,
  type RungReminder,
  type RungState,
  receive,
  release,
  settle,
} from './rung-state.ts'

// What has rung, for the mark above the tasks, the message and the list. One component follows it.

let state = nothingKnown
let asks = 0
let ask: () => void = () => {}
const listeners = new Set<() => void>()

function change(next: RungState): void {
  state = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What has rung, as far as this page knows. */
export function useRung(): RungState {
  return useSyncExternalStore(
    subscribe,
    () => state,
    () => nothingKnown,
  )
}

export const rungStore = {
  /** Gives the number of a request that begins. */
  beginAsk: () => ++asks,
  /** Takes the answer to the newest request. @returns what rang since the one before */
  receive(answer: RungAnswer): RungReminder[] {
    const before = state
    change(receive(state, answer, asks))
    return listNew(before, state)
  },
  fail: (error: string) => change({ ...state, error }),
  handle: (key: string, words: string) => change(handle(state, key, words)),
  settle(key: string) {
    change(settle(state, key, asks))
    ask()
  },
  release(key: string) {
    change(release(state, key))
    ask()
  },
  /** Asks the API again. */
  ask: () => ask(),
  /** Forgets everything, and names what asks from now on. */
  begin(follower: () => void) {
    change(nothingKnown)
    ask = follower
  },
}
