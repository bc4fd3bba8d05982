import { textLimits } from '@tend/server/domain/limits'
import { checkText } from '@tend/server/domain/text/text'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useClient } from 'urql'
import { runMutation } from '../../graphql/run-mutation.ts'
import type { Task } from '../../model/documents/fields.ts'
import { showToast } from '../../ui/toasts/toast-queue.ts'
import { WriteNotes } from './notes.mutation.ts'
import { judgeNotes, type NotesState, readNotesDraft, writeNotesDraft } from './notes-draft.ts'

const pauseMs = 1_500

/** What became of notes that two devices wrote; follows “the notes”. */
export const doubledWords =
  'were changed somewhere else at the same place. Both texts are kept, one after the other.'

export type Notes = {
  /** What the field shows: what is being typed, else what is saved. */
  text: string
  state: NotesState
  /** Why they weren't saved, as a sentence. */
  problem: string | undefined
  /** What was typed here and what was written elsewhere are both there, one after the other. */
  isDoubled: boolean
  change: (text: string) => void
  /** Saves what was typed, together with what was written elsewhere meanwhile. */
  save: () => Promise<void>
}

/**
 * The notes of a task while they are written: saved after a pause and on demand, kept on this device
 * until the API has them. What is written elsewhere meanwhile is never overwritten: the API gets the text
 * that a change is based on, and merges both changes.
 */
export function useNotes({ id, title, description }: Task): Notes {
  const client = useClient()
  const saved = description ?? ''
  const [draft, setDraft] = useState(() => readNotesDraft(id))
  const [sending, setSending] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const [isDoubled, setDoubled] = useState(false)
  const state = judgeNotes({ draft, sending, problem })
  // A save that was waited for must see what has been typed since.
  const latest = useRef({ draft, state, title, isShown: true })
  latest.current = { ...latest.current, draft, state, title }

  const save = useCallback(async () => {
    const { draft: typed, state: before } = latest.current
    if (!typed || before === 'saving') return
    const checked = checkText(typed.text, textLimits.taskDescription)
    if (!checked.ok) return setProblem(checked.message)
    setSending(checked.value)
    setProblem(undefined)
    const input = { id, description: checked.value || null, descriptionBase: typed.base || null }
    const outcome = await runMutation(client, WriteNotes, { input })
    setSending(undefined)
    if (!outcome.ok) return setProblem(outcome.message)
    setDoubled(outcome.data.updateTask.bothDescriptionsKept)
    if (outcome.data.updateTask.bothDescriptionsKept && !latest.current.isShown) {
      showToast({ text: `The notes of “${latest.current.title}” ${doubledWords}` })
    }
    // What was typed during the request is still a draft, based on what is saved now.
    const newer = latest.current.draft
    const rest =
      newer && newer.text !== typed.text ? { text: newer.text, base: checked.value } : undefined
    setDraft(rest)
    writeNotesDraft(id, rest)
  }, [client, id])

  useEffect(() => {
    if (!draft || state !== 'typing') return
    const timer = setTimeout(() => void save(), pauseMs)
    return () => clearTimeout(timer)
  }, [draft, state, save])

  // Closing the task leaves its notes, too.
  useEffect(() => {
    latest.current.isShown = true
    return () => {
      latest.current.isShown = false
      void save()
    }
  }, [save])

  return {
    text: draft?.text ?? saved,
    state,
    problem,
    isDoubled,
    change(text) {
      const next = { text, base: draft?.base ?? saved }
      latest.current = { ...latest.current, draft: next }
      setDraft(next)
      setProblem(undefined)
      writeNotesDraft(id, next)
    },
    save,
  }
}
