'use client'

import { type KeyboardEvent, useId } from 'react'
import type { Task } from '../../model/documents/fields.ts'
import { useAddress } from '../../places/navigation.ts'
import { PlaceLink } from '../../places/place-link.tsx'
import { useTitleEdit } from '../../task-fields/use-title-edit.ts'
import { ChevronIcon } from '../../ui/marks/icons.tsx'
import { HandleIcon } from '../../ui/marks/more-icons.tsx'
import { TaskCheck, TaskRing } from '../../ui/marks/task-check.tsx'
import styles from './subtask-row.module.css'

export type SubtaskRowProps = {
  task: Task
  readOnly: boolean
  onToggle: () => void
  /** One position down (1) or up (-1). */
  onMove: (step: 1 | -1) => void
}

/** One subtask: done, renamed and moved right here, or opened. */
export function SubtaskRow({ task, readOnly, onToggle, onMove }: SubtaskRowProps) {
  const id = useId()
  const { place } = useAddress()
  const title = useTitleEdit(task, 'subtask')
  const { completed, total } = task.subtaskProgress

  function onKeyDown(event: KeyboardEvent): void {
    const isMove = event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')
    if (!isMove) {
      title.onKeyDown(event)
      return
    }
    event.preventDefault()
    onMove(event.key === 'ArrowUp' ? -1 : 1)
  }

  return (
    <li className={styles.row} data-subtask={task.id}>
      {readOnly ? (
        <span className={styles.check} aria-hidden="true">
          <TaskRing priority={task.priority} ticked={task.completed} />
        </span>
      ) : (
        <TaskCheck className={styles.check} task={task} onToggle={onToggle} />
      )}
      <div className={styles.text}>
        <textarea
          className={styles.title}
          aria-label={`Title of the subtask “${task.title}”`}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          aria-invalid={title.problem ? true : undefined}
          aria-describedby={title.problem ? id : undefined}
          data-completed={task.completed || undefined}
          dir="auto"
          rows={1}
          enterKeyHint="done"
          readOnly={readOnly}
          value={title.value}
          onChange={(event) => title.change(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={() => void title.save()}
        />
        {title.problem && (
          <p id={id} role="alert" className={styles.problem}>
            {title.problem}
          </p>
        )}
      </div>
      {total > 0 && (
        <span className={styles.progress}>
          {completed}/{total}
        </span>
      )}
      {!readOnly && (
        // With the keyboard, Alt and the arrow keys do the same.
        <span className={styles.handle} data-subtask-handle="" aria-hidden="true">
          <HandleIcon />
        </span>
      )}
      <PlaceLink
        className={styles.open}
        to={{ place, taskId: task.id }}
        aria-label={`Open “${task.title}”`}
      >
        <ChevronIcon />
      </PlaceLink>
    </li>
  )
}
