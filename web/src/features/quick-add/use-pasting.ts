import { type RefObject, useState } from 'react'
import { editLine } from './line.ts'
import { joinLines } from './pasted-lines.ts'
import type { Writing } from './use-writing.ts'

type Pasted = { text: string; lines: readonly string[] }

export type Pasting = {
  /** What was pasted and waits for an answer. */
  pasted: Pasted | undefined
  offer: (text: string, lines: readonly string[]) => void
  /** Makes a task of each line, all of them or none. */
  addEach: () => Promise<void>
  keepAsOne: () => void
  dismiss: () => void
}

/** Handles several lines that are pasted at once. */
export function usePasting(
  field: RefObject<HTMLTextAreaElement | null>,
  { line, edit, makeTask, addMany, setProblem }: Writing,
): Pasting {
  const [pasted, setPasted] = useState<Pasted>()

  function dismiss(): void {
    setPasted(undefined)
    setProblem(undefined)
    field.current?.focus()
  }

  async function addEach(): Promise<void> {
    if (!pasted) return
    dismiss()
    const made = await Promise.all(pasted.lines.map((text) => makeTask({ text, plain: [] })))
    const wrong = made.findIndex((task) => !task.ok)
    const refusal =
      made[wrong] ?? (await addMany(made.flatMap((task) => (task.ok ? [task.value] : []))))
    if (refusal.ok) return
    setPasted(pasted)
    setProblem(wrong === -1 ? refusal.message : `Line ${wrong + 1}: ${refusal.message}`)
  }

  function keepAsOne(): void {
    const { selectionStart = 0, selectionEnd = 0 } = field.current ?? {}
    const [before, rest] = [line.text.slice(0, selectionStart), line.text.slice(selectionEnd)]
    const joined = joinLines(pasted?.text.trim() ?? '')
    dismiss()
    edit(editLine(line, before + joined + rest))
  }

  return { pasted, offer: (text, lines) => setPasted({ text, lines }), addEach, keepAsOne, dismiss }
}
