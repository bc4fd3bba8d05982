import { useRef, useState } from 'react'
import type { SaveState } from './saved-mark.tsx'

/** How saving went: done, or why not, as a sentence. */
export type Saved = { ok: true } | { ok: false; message: string }

export type SavedValue<Value> = {
  /** What was chosen, also while it is being saved and when that failed; else what is saved. */
  value: Value
  state: SaveState
  /** Saves a choice. Choices made quickly one after the other are saved in their order. Never throws. */
  change: (value: Value) => void
}

/** A value that saves itself; `save` never rejects. */
export function useSavedValue<Value>(
  saved: Value,
  save: (value: Value) => Promise<Saved>,
): SavedValue<Value> {
  const [state, setState] = useState<SaveState>({ kind: 'idle' })
  const [draft, setDraft] = useState<{ value: Value } | undefined>()
  const queue = useRef(Promise.resolve())

  function change(value: Value): void {
    const own = { value }
    setDraft(own)
    setState({ kind: 'saving' })
    queue.current = queue.current.then(async () => {
      const outcome = await save(value)
      setDraft((newest) => {
        // A later choice takes precedence.
        if (newest !== own) return newest
        setState(outcome.ok ? { kind: 'saved' } : { kind: 'failed', message: outcome.message })
        return outcome.ok ? undefined : own
      })
    })
  }
  return { value: draft ? draft.value : saved, state, change }
}
