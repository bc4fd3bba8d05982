import { textLimits } from '@tend/server/domain/limits'
import { checkText } from '@tend/server/domain/text'
import { type KeyboardEvent, useState } from 'react'
import type { Task } from '../model/fields.ts'
import { UpdateTask } from '../model/task.mutations.ts'
import { useAct } from '../model/use-act.ts'

export type TitleEdit = {
  /** What is being typed, else the title. */
  value: string
  /** Why it wasn't taken, as a sentence. */
  problem: string | undefined
  change: (text: string) => void
  save: () => Promise<void>
  onKeyDown: (event: KeyboardEvent) => void
}

/** A title edited where it stands: Enter and leaving save, Esc gives up; a refused one stays. */
export function useTitleEdit({ id, title }: Pick<Task, 'id' | 'title'>): TitleEdit {
  const act = useAct()
  const [draft, setDraft] = useState<string>()
  const [problem, setProblem] = useState<string>()

  async function save(): Promise<void> {
    if (draft === undefined || problem) return
    // Leaving the field empty is a change of mind, not a wish for an empty title.
    if (draft.trim() === '' || draft === title) return setDraft(undefined)
    const checked = checkText(draft, textLimits.taskTitle)
    if (!checked.ok) return setProblem(checked.message)
    setDraft(undefined)
    const input = { id, title: checked.value }
    const outcome = await act({
      document: UpdateTask,
      input,
      done: `Renamed to “${checked.value}”`,
    })
    if (outcome.ok) return
    // What is being typed by now is newer than what was refused.
    setDraft((newer) => newer ?? draft)
    setProblem(outcome.message)
  }

  return {
    value: draft ?? title,
    problem,
    change(text) {
      setDraft(text)
      setProblem(undefined)
    },
    save,
    onKeyDown(event) {
      if (event.key === 'Escape' && draft !== undefined) {
        event.preventDefault()
        setDraft(undefined)
        setProblem(undefined)
      }
      if (event.key === 'Enter') {
        event.preventDefault()
        void save()
      }
    },
  }
}
