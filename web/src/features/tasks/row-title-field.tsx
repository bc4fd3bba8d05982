import { useEffect, useId, useRef } from 'react'
import type { Task } from '../../model/documents/fields.ts'
import type { TitleEdit } from '../../task-fields/use-title-edit.ts'
import { findAround } from '../../ui/landmarks.ts'
import styles from './row-title-field.module.css'
import { endTitleEdit } from './title-editing.ts'

export type RowTitleFieldProps = {
  task: Task
  edit: TitleEdit
  /** Called when the keyboard is done with it, so that the row gets the focus back. */
  onDone: () => void
}

/** The title of a row while it is edited there; stays until what was typed is saved. */
export function RowTitleField({ task, edit, onDone }: RowTitleFieldProps) {
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)

  // Whatever takes the field away ends it too.
  useEffect(() => () => endTitleEdit(task.id), [task.id])

  // One that reopens because saving was refused doesn't take the focus from elsewhere.
  useEffect(() => {
    const { activeElement } = document
    const isFree = activeElement === document.body || findAround(activeElement, 'taskRow')
    if (!isFree) return
    field.current?.focus()
    field.current?.select()
  }, [])

  return (
    <div className={styles.box}>
      <textarea
        ref={field}
        className={styles.field}
        data-task-title=""
        aria-label={`Title of “${task.title}”`}
        aria-invalid={edit.problem ? true : undefined}
        aria-describedby={edit.problem ? id : undefined}
        dir="auto"
        rows={1}
        enterKeyHint="done"
        value={edit.value}
        onChange={(event) => edit.change(event.target.value)}
        onKeyDown={(event) => {
          edit.onKeyDown(event)
          if (event.key !== 'Enter' && event.key !== 'Escape') return
          event.preventDefault()
          onDone()
        }}
        onBlur={() => {
          void edit.save()
          endTitleEdit(task.id)
        }}
      />
      {edit.problem && (
        <p id={id} role="alert" className={styles.problem}>
          {edit.problem}
        </p>
      )}
    </div>
  )
}
