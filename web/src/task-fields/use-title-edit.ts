import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useAct } from '../model/actions/use-act.ts'
import type { Task } from '../model/documents/fields.ts'
import { UpdateTask } from '../model/documents/task.mutations.ts'
import { readDraft, writeDraft } from '../model/drafts/drafts.ts'

export type TitleEdit = {
  /** What is being typed, else the title. */
  value: string
  /** Whether the field has text that isn't saved. */
  isTyping: boolean
  /** Why it wasn't taken, as a sentence. */
  problem: string | undefined
  change: (text: string) => void
  save: () => Promise<void>
  onKeyDown: (event: KeyboardEvent) => void
}

/**
 * A title edited in place: Enter, leaving and what takes the field away save, Esc cancels. What
 * couldn't be saved stays on this device, and is in the field again the next time.
 *
 * @param field which of the fields that edit one title it is
 */
export function useTitleEdit(
  { id, title }: Pick<Task, 'id' | 'title'>,
  field: 'row' | 'panel' | 'subtask',
): TitleEdit {
  const act = useAct()
  const [draft, setDraft] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const draftName = `title.${field}.${id}`
  const latest = useRef({ title, save })

  // In an effect, because the server doesn't know the drafts.
  useEffect(() => {
    const kept = readDraft(draftName)
    // A draft that equals the title is already being saved.
    if (kept !== null && kept !== latest.current.title) setDraft(kept)
  }, [draftName])

  function keep(text: string | undefined): void {
    setDraft(text)
    writeDraft(draftName, text ?? null)
  }

  async function save(): Promise<void> {
    if (draft === undefined || problem) return
    // An empty field means a change of mind, not an empty title.
    if (draft.trim() === '' || draft === title) return keep(undefined)
    // As the API would store it; the API refuses bad titles, which keeps those rules out of the app's
    // first load.
    const typed = draft.trim().replace(/\s*[\n\t]\s*/g, ' ')
    setDraft(undefined)
    const outcome = await act({
      document: UpdateTask,
      input: { id, title: typed },
      done: `Renamed to “${typed}”`,
      failed: `“${typed}” isn’t saved.`,
    })
    if (outcome.ok) {
      if (readDraft(draftName) === draft) writeDraft(draftName, null)
      return
    }
    // Newer typing takes precedence over what was refused.
    setDraft((newer) => newer ?? draft)
    setProblem(outcome.message)
  }

  latest.current = { title, save }
  useEffect(() => () => void latest.current.save(), [])

  return {
    value: draft ?? title,
    isTyping: draft !== undefined,
    problem,
    change(text) {
      keep(text)
      setProblem(undefined)
    },
    save,
    onKeyDown(event) {
      if (event.key === 'Escape' && draft !== undefined) {
        event.preventDefault()
        keep(undefined)
        setProblem(undefined)
      }
      if (event.key === 'Enter') {
        event.preventDefault()
        void save()
      }
    },
  }
}
