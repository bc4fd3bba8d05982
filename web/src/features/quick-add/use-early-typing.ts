import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'
import { useShell } from '../../model/shell/use-shell.ts'
import { editLine } from './line.ts'
import { joinLines, splitLines } from './pasted-lines.ts'
import type { Pasting } from './use-pasting.ts'
import type { Writing } from './use-writing.ts'

/**
 * Keeps what was typed while the app's code was loading: the field comes with the page, and React would
 * empty it with its first change. A line that ended with Enter is added once the names in it are known;
 * several are offered as if they were pasted.
 */
export function useEarlyTyping(
  field: RefObject<HTMLTextAreaElement | null>,
  { line, edit, submit }: Writing,
  { offer }: Pasting,
): void {
  const { loading } = useShell()
  const [ended, setEnded] = useState<string>()

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page hydrates.
  useLayoutEffect(() => {
    const typed = field.current?.value ?? ''
    if (typed === line.text) return
    const lines = splitLines(typed)
    if (lines.length > 1) return offer(typed, lines)
    const text = joinLines(typed).trim()
    edit(editLine(line, text))
    if (/[\r\n]/u.test(typed)) setEnded(text)
  }, [])

  useEffect(() => {
    if (ended === undefined || loading) return
    setEnded(undefined)
    if (line.text === ended) submit()
  }, [ended, loading, line, submit])
}
