import { lazy, Suspense, useId } from 'react'
import type { Task } from '../../model/documents/fields.ts'
import { useTitleEdit } from '../../task-fields/use-title-edit.ts'
import styles from './task-title.module.css'

// Few titles have an address, and what finds one is large.
const TitleLinks = lazy(() =>
  import('./title-links.tsx').then((module) => ({ default: module.TitleLinks })),
)
const mayHaveAddress = /:\/\/|@|www\./i

export type TaskTitleProps = { task: Task; readOnly: boolean }

/** The title, edited in place, and its addresses as links. */
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
      {mayHaveAddress.test(task.title) && (
        <Suspense fallback={null}>
          <TitleLinks title={task.title} />
        </Suspense>
      )}
    </div>
  )
}
