import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { checkTitle } from './check-title.ts'
import type { TaskRowData } from './task-row.fragment.ts'
import styles from './task-title.module.css'
import { useRenameTask } from './use-rename-task.ts'

export type TaskTitleProps = {
  task: TaskRowData
  onKeyDown: (event: KeyboardEvent) => void
}

type Draft = { text: string; problem?: string | undefined }

/** A title that becomes a field when it is pressed: Enter and leaving save, Esc gives up. */
export function TaskTitle({ task, onKeyDown }: TaskTitleProps) {
  const renameTask = useRenameTask()
  const [draft, setDraft] = useState<Draft>()
  const button = useRef<HTMLButtonElement>(null)
  const refocus = useRef(false)

  useEffect(() => {
    if (draft || !refocus.current) return
    refocus.current = false
    button.current?.focus()
  }, [draft])

  async function save(text: string): Promise<void> {
    const title = checkTitle(text)
    if (!title.ok) return setDraft({ text, problem: title.message })
    setDraft(undefined)
    if (title.value === task.title) return
    const outcome = await renameTask(task.id, title.value)
    if (!outcome.ok) setDraft({ text, problem: outcome.message })
  }

  if (draft) {
    return (
      <TitleField
        name={`Rename “${task.title}”`}
        draft={draft}
        onChange={(text) => setDraft({ text })}
        onEnter={() => {
          refocus.current = true
          void save(draft.text)
        }}
        onEscape={() => {
          refocus.current = true
          setDraft(undefined)
        }}
        // Leaving the field empty is a change of mind, not a wish for an empty title.
        onLeave={() => (draft.text.trim() ? void save(draft.text) : setDraft(undefined))}
      />
    )
  }
  return (
    <button
      ref={button}
      type="button"
      className={styles.title}
      data-task-title=""
      data-completed={task.completed || undefined}
      title="Rename"
      onClick={() => setDraft({ text: task.title })}
      onKeyDown={onKeyDown}
    >
      {task.title}
    </button>
  )
}

type TitleFieldProps = {
  name: string
  draft: Draft
  onChange: (text: string) => void
  onEnter: () => void
  onEscape: () => void
  onLeave: () => void
}

function TitleField(props: TitleFieldProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  // Once Enter or Esc has decided, the field's disappearance must not decide again.
  const decided = useRef(false)

  useEffect(() => {
    input.current?.focus()
    input.current?.select()
  }, [])

  useEffect(() => {
    if (props.draft.problem) decided.current = false
  }, [props.draft.problem])

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    if (event.key !== 'Enter' && event.key !== 'Escape') return
    event.preventDefault()
    decided.current = true
    if (event.key === 'Enter') props.onEnter()
    else props.onEscape()
  }

  return (
    <div className={styles.editor}>
      <input
        ref={input}
        className={styles.field}
        aria-label={props.name}
        aria-invalid={props.draft.problem ? true : undefined}
        aria-describedby={props.draft.problem ? id : undefined}
        autoComplete="off"
        enterKeyHint="done"
        value={props.draft.text}
        onChange={(event) => props.onChange(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => {
          if (!decided.current) props.onLeave()
        }}
      />
      {props.draft.problem && (
        <p id={id} role="alert" className={styles.problem}>
          {props.draft.problem}
        </p>
      )}
    </div>
  )
}
