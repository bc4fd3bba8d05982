import { useCallback, useMemo, useReducer } from 'react'
import { useReader } from '../../model/use-reader.ts'
import { useShell } from '../../model/use-shell.ts'
import type { Line } from './line.ts'
import { findLineReader, loadLineReader } from './load-line-reader.ts'
import type { NewTaskDefaults } from './place-defaults.ts'
import type { Reading } from './read-line.ts'

export type LineReading = {
  /** What the line means; undefined until the grammar is here, and for an empty line. */
  reading: Reading | undefined
  /** Has the grammar ready for what is about to be typed. */
  prepare: () => void
  /** Reads any line as soon as the grammar is here; undefined when it can't be had. */
  read: (line: Line) => Promise<Reading | undefined> | Reading | undefined
}

/** Reads a line as this person means it now: with their lists and tags, on their clocks. */
export function useLineReading(line: Line, defaults: NewTaskDefaults): LineReading {
  const reader = useReader()
  const { lists, tags } = useShell()
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const context = useMemo(
    () => ({ reader, lists, tags, defaults }),
    [reader, lists, tags, defaults],
  )
  const grammar = findLineReader()
  const reading = useMemo(
    () => (line.text.trim() === '' ? undefined : grammar?.readLine(line, context)),
    [grammar, line, context],
  )
  const prepare = useCallback(() => void loadLineReader().then(redraw), [])
  const read = useCallback(
    (other: Line) => {
      const known = findLineReader()
      if (known) return known.readLine(other, context)
      return loadLineReader().then((late) => late?.readLine(other, context))
    },
    [context],
  )
  return { reading, prepare, read }
}
