import type { KeyboardEvent } from 'react'
import { IconButton } from '../../ui/button.tsx'
import { CheckIcon, TrashIcon } from '../../ui/icons.tsx'
import type { TaskRowData } from './task-row.fragment.ts'
import styles from './task-row.module.css'
import { TaskTitle } from './task-title.tsx'
import type { TaskActions } from './use-task-actions.ts'

export type TaskRowProps = { task: TaskRowData; actions: TaskActions }

/** One task of a list: its ring, its title, and what else can be done with it. */
export function TaskRow({ task, actions }: TaskRowProps) {
  function onTitleKeyDown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return
    if (event.key === ' ' || event.key === 'e') actions.toggle(task)
    else if (event.key === 'Backspace' || event.key === 'Delete') actions.remove(task)
    else return
    event.preventDefault()
  }

  return (
    <li className={styles.row} data-task={task.id}>
      {/* biome-ignore lint/a11y/useSemanticElements: a native box can't be the ring, and only its look would be lost. */}
      <button
        type="button"
        role="checkbox"
        aria-checked={task.completed}
        aria-label={`Complete “${task.title}”`}
        className={styles.check}
        onClick={() => actions.toggle(task)}
      >
        <Ring ticked={task.completed} />
      </button>
      <TaskTitle task={task} onKeyDown={onTitleKeyDown} />
      <IconButton
        label={`Delete “${task.title}”`}
        className={styles.delete}
        onClick={() => actions.remove(task)}
      >
        <TrashIcon />
      </IconButton>
    </li>
  )
}

/** What is left of a row for the moment in which it goes; for the eye alone. */
export function LeavingRow({ task, ticked }: { task: TaskRowData; ticked: boolean }) {
  return (
    <li className={styles.leaving} aria-hidden="true">
      <div className={styles.leavingContent}>
        <span className={styles.check}>
          <Ring ticked={ticked} />
        </span>
        <span className={styles.leavingTitle}>{task.title}</span>
      </div>
    </li>
  )
}

function Ring({ ticked }: { ticked: boolean }) {
  return (
    <span className={styles.ring} data-ticked={ticked || undefined}>
      <CheckIcon className={styles.tick} />
    </span>
  )
}
