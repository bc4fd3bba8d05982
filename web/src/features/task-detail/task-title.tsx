import { useId } from 'react'
import type { Task } from '../../model/documents/fields.ts'
import { useTitleEdit } from '../../task-fields/use-title-edit.ts'
import styles from './task-title.module.css'

export type TaskTitleProps = { task: Task; readOnly: boolean }

/** The title, edited in place. */
export function TaskTitle({ task, readOnly }: TaskTitleProps) {
  const id = useId()
  const { value, problem, change, save, onKeyDown } = useTitleEdit(task, 'panel')
  return (
    <div className={styles.box}>
      <textarea
        className={styles.title}
        aria-label="Title"
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? id : undefined}
        dir="auto"
        rows={1}
        enterKeyHint="done"
        readOnly={readOnly}
        data-completed={task.completed || undefined}
        value={value}
        onChange={(event) => change(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => void save()}
      />
      {problem && (
        <p id={id} role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  )
}
