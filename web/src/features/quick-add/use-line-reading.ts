import { type Checked, refuse } from '@tend/server/domain/checked'
import { useCallback, useMemo, useReducer } from 'react'
import { unreachable } from '../../graphql/error-text.ts'
import { useClock } from '../../model/shell/use-clock.ts'
import { useShell } from '../../model/shell/use-shell.ts'
import type { Line } from './line.ts'
import { findLineReader, loadLineReader } from './load-line-reader.ts'
import type { NewTask } from './new-task.ts'
import type { NewTaskDefaults } from './place-defaults.ts'
import type { Reading } from './read-line.ts'

export type LineReading = {
  /** What the line means; undefined until the grammar is loaded, and for an empty line. */
  reading: Reading | undefined
  /** Loads the grammar for what is about to be typed. */
  prepare: () => void
  /** The task that any line means, once the grammar is loaded; refused when that fails. */
  makeTask: (line: Line) => Promise<Checked<NewTask>>
}

/** Reads a line as this person means it now: with their lists, tags and time zone. */
export function useLineReading(line: Line, defaults: NewTaskDefaults): LineReading {
  const clock = useClock()
  const { lists, tags } = useShell()
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const context = useMemo(() => ({ clock, lists, tags, defaults }), [clock, lists, tags, defaults])
  const grammar = findLineReader()
  const reading = useMemo(
    () => (line.text.trim() === '' ? undefined : grammar?.readLine(line, context)),
    [grammar, line, context],
  )
  const prepare = useCallback(() => void loadLineReader().then(redraw), [])
  const makeTask = useCallback(
    async (other: Line) => {
      const known = findLineReader() ?? (await loadLineReader())
      if (!known) return refuse(unreachable)
      return known.makeNewTask(known.readLine(other, context), context.defaults)
    },
    [context],
  )
  return { reading, prepare, makeTask }
}
