import { textLimits } from '@tend/server/domain/limits'
import { checkText } from '@tend/server/domain/text'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useClient } from 'urql'
import { runMutation } from '../../graphql/run-mutation.ts'
import type { Task } from '../../model/fields.ts'
import { UpdateTask } from '../../model/task.mutations.ts'
import { judgeNotes, type NotesState, readNotesDraft, writeNotesDraft } from './notes-draft.ts'

const pauseMilliseconds = 1_500

export type Notes = {
  /** What stands there: what is being typed, else what is saved. */
  text: string
  state: NotesState
  /** Why they weren't saved, as a sentence. */
  problem: string | undefined
  change: (text: string) => void
  /** Saves what was typed, if it differs; also over what was written elsewhere meanwhile. */
  save: (options?: { overOthers?: boolean }) => Promise<void>
  /** Gives up what was typed. */
  discard: () => void
}

/**
 * The notes of a task while they are written: saved after a pause and on demand, kept on this device
 * until the API has them. What is written elsewhere meanwhile is never overwritten unasked.
 */
export function useNotes({ id, description }: Pick<Task, 'id' | 'description'>): Notes {
  const client = useClient()
  const saved = description ?? ''
  const [draft, setDraft] = useState(() => readNotesDraft(id))
  const [sending, setSending] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const state = judgeNotes({ draft, saved, sending, problem })
  // A save that was waited for must see what has been typed since.
  const latest = useRef({ draft, state })
  latest.current = { draft, state }

  const save = useCallback(
    async ({ overOthers = false } = {}) => {
      const { draft: typed, state: before } = latest.current
      if (!typed || before === 'saving' || (before === 'conflict' && !overOthers)) return
      const checked = checkText(typed.text, textLimits.taskDescription)
      if (!checked.ok) return setProblem(checked.message)
      setSending(checked.value)
      setProblem(undefined)
      const input = { id, description: checked.value || null }
      const outcome = await runMutation(client, UpdateTask, { input })
      setSending(undefined)
      if (!outcome.ok) return setProblem(outcome.message)
      // What was typed while it travelled is still a draft, on top of what is saved now.
      const newer = latest.current.draft
      const rest =
        newer && newer.text !== typed.text ? { text: newer.text, base: checked.value } : undefined
      setDraft(rest)
      writeNotesDraft(id, rest)
    },
    [client, id],
  )

  useEffect(() => {
    if (!draft || state !== 'typing') return
    const timer = setTimeout(() => void save(), pauseMilliseconds)
    return () => clearTimeout(timer)
  }, [draft, state, save])

  // Whoever closes the task has left its notes too.
  useEffect(() => () => void save(), [save])

  return {
    text: draft?.text ?? saved,
    state,
    problem,
    change(text) {
      const next = { text, base: draft?.base ?? saved }
      latest.current = { ...latest.current, draft: next }
      setDraft(next)
      setProblem(undefined)
      writeNotesDraft(id, next)
    },
    save,
    discard() {
      setDraft(undefined)
      setProblem(undefined)
      writeNotesDraft(id, undefined)
    },
  }
}
