import { useCallback, useState } from 'react'
import type { Editing } from './editing.ts'

export type EditorState = {
  editing: Editing
  open: boolean
  /** What gets the focus when it closes. */
  before: HTMLElement | null
  /** Changes each time, so that a dialog starts fresh. */
  turn: number
}

/** Opens and closes the dialog for a list, a tag or a view; undefined until it is first opened. */
export function useEditor() {
  const [editor, setEditor] = useState<EditorState>()
  const edit = useCallback((editing: Editing, before?: HTMLElement | null) => {
    const { activeElement } = document
    const focused = activeElement instanceof HTMLElement ? activeElement : null
    setEditor((state) => ({
      editing,
      open: true,
      before: before ?? focused,
      turn: (state?.turn ?? 0) + 1,
    }))
  }, [])
  const closeEditor = useCallback(
    () => setEditor((state) => state && { ...state, open: false }),
    [],
  )
  return { editor, edit, closeEditor }
}
