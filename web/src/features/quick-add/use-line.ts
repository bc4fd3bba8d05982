import { useRef, useState } from 'react'
import { readDraft, writeDraft } from '../../model/drafts.ts'
import { emptyLine, type Line } from './line.ts'

export type LineState = {
  line: Line
  change: (line: Line) => void
  /** What stands there at this moment, also in the middle of something asynchronous. */
  readNow: () => Line
}

/** The line that is being typed; under the name of a draft it is kept when its field closes. */
export function useLine(draftName: string | undefined): LineState {
  const [line, setLine] = useState<Line>(() => ({
    ...emptyLine,
    text: (draftName && readDraft(draftName)) || '',
  }))
  const now = useRef<Line>(line)
  return {
    line,
    readNow: () => now.current,
    change(next) {
      now.current = next
      setLine(next)
      if (draftName) writeDraft(draftName, next.text || null)
    },
  }
}
