'use client'

import { textLimits } from '@tend/server/domain/limits'
import { checkText } from '@tend/server/domain/text/text'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { useClient } from 'urql'
import { v7 as createId } from 'uuid'
import { runMutation } from '../../graphql/run-mutation.ts'
import type { Task } from '../../model/documents/fields.ts'
import { CreateTask } from '../../model/documents/task.mutations.ts'
import { readDraft, writeDraft } from '../../model/drafts/drafts.ts'
import { PlusIcon } from '../../ui/marks/icons.tsx'
import styles from './subtask-row.module.css'
import { useWantedPart } from './use-wanted-part.ts'

/** The field for a new subtask, ready for the next one after each Enter. */
export function AddSubtask({ parent }: { parent: Task }) {
  const client = useClient()
  const id = useId()
  const draftName = `subtask.${parent.id}`
  const [text, setText] = useState(() => readDraft(draftName) ?? '')
  const [problem, setProblem] = useState<string>()
  const field = useRef<HTMLInputElement>(null)
  useWantedPart({ taskId: parent.id, part: 'subtask' }, () => field.current?.focus())

  useEffect(() => writeDraft(draftName, text || null), [draftName, text])

  async function add(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (!text.trim()) return
    const title = checkText(text, textLimits.taskTitle)
    if (!title.ok) return setProblem(title.message)
    setText('')
    setProblem(undefined)
    const input = { id: createId(), title: title.value, parentId: parent.id }
    const outcome = await runMutation(client, CreateTask, { input })
    if (outcome.ok) return
    // The refused title goes back, in front of what is being typed by now.
    setText((newer) => (newer ? `${title.value} ${newer}` : title.value))
    setProblem(outcome.message)
  }

  return (
    <form className={styles.row} onSubmit={(event) => void add(event)}>
      <span className={styles.check} aria-hidden="true">
        <PlusIcon className={styles.sign} />
      </span>
      <div className={styles.text}>
        <input
          ref={field}
          className={styles.title}
          aria-label="Add a subtask"
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? id : undefined}
          placeholder="Add a subtask"
          autoComplete="off"
          enterKeyHint="next"
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setProblem(undefined)
          }}
        />
        {problem && (
          <p id={id} role="alert" className={styles.problem}>
            {problem}
          </p>
        )}
      </div>
    </form>
  )
}
