import { type RefCallback, type SyntheticEvent, useCallback, useLayoutEffect, useRef } from 'react'
import { moveCaret } from './move-caret.ts'

type KeptCaret = {
  field: RefCallback<HTMLTextAreaElement>
  /** To be called when something is typed or selected. */
  note: (event: SyntheticEvent<HTMLTextAreaElement>) => void
}

/**
 * Focuses a field as it appears, with the caret at its end, and keeps the caret's position when the
 * text is replaced; the browser would move it to the end.
 */
export function useKeptCaret(text: string): KeptCaret {
  const shown = useRef<HTMLTextAreaElement>(null)
  const noted = useRef({ text, caret: 0 })

  const field = useCallback((element: HTMLTextAreaElement | null) => {
    shown.current = element
    element?.focus()
    element?.setSelectionRange(element.value.length, element.value.length)
  }, [])

  useLayoutEffect(() => {
    const { text: before, caret } = noted.current
    if (text === before) return
    const moved = moveCaret(before, text, caret)
    noted.current = { text, caret: moved }
    if (shown.current === document.activeElement) shown.current?.setSelectionRange(moved, moved)
  }, [text])

  const note = useCallback(({ currentTarget }: SyntheticEvent<HTMLTextAreaElement>) => {
    noted.current = { text: currentTarget.value, caret: currentTarget.selectionEnd }
  }, [])
  return { field, note }
}
