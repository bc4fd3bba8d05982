import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { readDraft, writeDraft } from '../../model/drafts/drafts.ts'
import { emptyLine, type Line } from './line.ts'

export type LineState = {
  line: Line
  change: (line: Line) => void
  /** The current line, also in the middle of something asynchronous. */
  readNow: () => Line
}

/** Where a line that is being typed is kept: for every tab, or for this one alone. */
export type LineDraft = { name: string; isOfTab: boolean }

/** The line that is being typed; it is kept while its field is gone, and when the page reloads. */
export function useLine(draft: LineDraft, field: RefObject<HTMLTextAreaElement | null>): LineState {
  const { name, isOfTab } = draft
  // What comes with the page can't know what a tab has kept.
  const [line, setLine] = useState<Line>(() => ({
    ...emptyLine,
    text: (!isOfTab && readDraft(name)) || '',
  }))
  const now = useRef<Line>(line)

  function show(next: Line): void {
    now.current = next
    setLine(next)
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, for the field as it comes.
  useLayoutEffect(() => {
    const kept = isOfTab && readDraft(name, true)
    if (kept && !field.current?.value) show({ ...emptyLine, text: kept })
  }, [])

  return {
    line,
    readNow: () => now.current,
    change(next) {
      show(next)
      writeDraft(name, next.text || null, isOfTab)
    },
  }
}
