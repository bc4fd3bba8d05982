import type { Priority } from '@tend/server/domain/priority'
import { classNames } from '../class-names.ts'
import styles from './task-check.module.css'

export type TaskCheckProps = {
  task: { title: string; priority: Priority; completed: boolean }
  onToggle: () => void
  className?: string | undefined
}

/** The round checkbox of a task. */
export function TaskCheck({ task, onToggle, className }: TaskCheckProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a native box can't be the ring, and only its look would be lost.
    <button
      type="button"
      role="checkbox"
      aria-checked={task.completed}
      aria-label={`Complete “${task.title}”${priorityWords[task.priority]}`}
      className={classNames(styles.check, className)}
      // The second click of a double click doesn't undo the first.
      onClick={({ detail }) => detail < 2 && onToggle()}
    >
      <TaskRing priority={task.priority} ticked={task.completed} />
    </button>
  )
}

/** The ring itself; its colour shows the priority. */
export function TaskRing({ priority, ticked }: { priority: Priority; ticked: boolean }) {
  return (
    <span
      className={styles.ring}
      data-priority={priority === 'NONE' ? undefined : priority}
      data-ticked={ticked || undefined}
    />
  )
}

const priorityWords: Record<Priority, string> = {
  NONE: '',
  LOW: ', low priority',
  MEDIUM: ', medium priority',
  HIGH: ', high priority',
  URGENT: ', urgent',
}
