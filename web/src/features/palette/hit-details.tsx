import type { Task } from '../../model/documents/fields.ts'
import { describeDue, type UserClock } from '../../time/due-words.ts'
import { ColorDot } from '../../ui/marks/color-dot.tsx'
import styles from './hit-details.module.css'

/** Where a task that was found is, and when it is due. */
export function HitDetails({ task, clock }: { task: Task; clock: UserClock }) {
  const { list } = task
  const due = describeDue(task, clock)
  return (
    <span className={styles.details}>
      {due && <span data-tone={task.completed ? undefined : due.tone}>{due.text}</span>}
      <span className={styles.list} dir="auto">
        {!list.isInbox && <ColorDot color={list.color} icon={list.icon} />}
        {list.name}
      </span>
    </span>
  )
}
