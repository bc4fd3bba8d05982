'use client'

import { type FormEvent, useId, useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { PlusIcon } from '../../ui/icons.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Announcement } from '../../ui/visually-hidden.tsx'
import styles from './add-task.module.css'
import { checkTitle } from './check-title.ts'
import { makeNewTask, type NewTask, useCreateTask } from './use-create-task.ts'

type Failure = { task: NewTask; problem: string }

/**
 * The field for a new task, ready for the next one after each Enter. A task that is refused comes back
 * into the field; when something else stands there by then, below it.
 */
export function AddTask() {
  const createTask = useCreateTask()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  const [returned, setReturned] = useState<NewTask>()
  const [failures, setFailures] = useState<readonly Failure[]>([])
  const [announcement, setAnnouncement] = useState('')

  async function send(task: NewTask): Promise<void> {
    const outcome = await createTask(task)
    if (outcome.ok) return setAnnouncement(`Added “${task.title}”`)
    if (field.current?.value === '') {
      setText(task.title)
      setReturned(task)
      setProblem(outcome.message)
    } else {
      setFailures((others) => [...others, { task, problem: outcome.message }])
    }
  }

  function onSubmit(event: FormEvent): void {
    event.preventDefault()
    if (!text.trim()) return
    const title = checkTitle(text)
    if (!title.ok) {
      setProblem(title.message)
      return
    }
    setText('')
    setProblem(undefined)
    // The same text again is the same task again: the API may have it already.
    void send(returned?.title === title.value ? returned : makeNewTask(title.value))
    setReturned(undefined)
  }

  function dismiss(failure: Failure): void {
    setFailures((all) => all.filter((other) => other !== failure))
    field.current?.focus()
  }

  return (
    <div className={styles.add}>
      <form className={styles.form} onSubmit={onSubmit}>
        <PlusIcon className={styles.sign} />
        <input
          ref={field}
          className={styles.field}
          data-add-task=""
          aria-label="Add a task"
          aria-keyshortcuts="q c"
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? id : undefined}
          placeholder="Add a task"
          autoComplete="off"
          enterKeyHint="done"
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setProblem(undefined)
          }}
        />
        <span className={styles.key} aria-hidden="true">
          Q
        </span>
      </form>
      {problem && (
        <p id={id} role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      {failures.map((failure) => (
        <Notice key={failure.task.id}>
          <span className={styles.failure}>
            “{failure.task.title}” wasn’t added. {failure.problem}
          </span>
          <Button
            onClick={() => {
              dismiss(failure)
              void send(failure.task)
            }}
          >
            Try again
          </Button>
          <Button look="quiet" onClick={() => dismiss(failure)}>
            Discard
          </Button>
        </Notice>
      ))}
      <Announcement>{announcement}</Announcement>
    </div>
  )
}
