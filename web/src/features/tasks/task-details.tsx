import type { Task } from '../../model/fields.ts'
import type { Place } from '../../places/address.ts'
import { type DueTone, describeDue, describeDueTime, type Reader } from '../../time/due-words.ts'
import { ColorDot } from '../../ui/color-dot.tsx'
import { NoteIcon, RepeatIcon } from '../../ui/icons.tsx'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import styles from './task-details.module.css'

export type TaskDetailsProps = { task: Task; place: Place; reader: Reader }

/** The quiet line under a title: only what is set, and not what the place says already. */
export function TaskDetails({ task, place, reader }: TaskDetailsProps) {
  const due = describeDueIn(task, place, reader)
  const tags = listShownTags(task, place)
  const showsList = place.kind !== 'list' && place.kind !== 'inbox' && !task.list.isInbox
  const { completed, total } = task.subtaskProgress
  if (
    !due &&
    !task.recurrence &&
    !task.description &&
    !task.parent &&
    total === 0 &&
    !showsList &&
    tags.length === 0
  ) {
    return null
  }
  return (
    <span className={styles.details}>
      {due && (
        <span data-tone={task.completed ? undefined : due.tone}>
          <VisuallyHidden>Due </VisuallyHidden>
          {due.text}
        </span>
      )}
      {task.recurrence && (
        <span title={task.recurrence.sentence}>
          <RepeatIcon />
          <VisuallyHidden>Repeats {task.recurrence.sentence}</VisuallyHidden>
        </span>
      )}
      {total > 0 && (
        <span>
          <VisuallyHidden>Subtasks done: </VisuallyHidden>
          {completed}/{total}
        </span>
      )}
      {task.description && (
        <span title="Has notes">
          <NoteIcon />
          <VisuallyHidden>Has notes</VisuallyHidden>
        </span>
      )}
      {task.parent && <span className={styles.text}>{task.parent.title}</span>}
      {showsList && (
        <span className={styles.text}>
          <ColorDot color={task.list.color} icon={task.list.icon} />
          {task.list.name}
        </span>
      )}
      {tags.map((tag) => (
        <span key={tag.id} className={styles.text} data-color={tag.color ?? undefined}>
          @{tag.name}
        </span>
      ))}
    </span>
  )
}

/** Under a heading that names the day, the time alone. */
function describeDueIn(
  task: Task,
  { kind }: Place,
  reader: Reader,
): { text: string; tone: DueTone } | undefined {
  const due = describeDue(task, reader)
  if (!due || (kind !== 'upcoming' && !(kind === 'today' && due.tone === 'today'))) return due
  const time = describeDueTime(task, reader)
  return time ? { ...due, text: time } : undefined
}

function listShownTags(task: Task, place: Place): Task['tags'] {
  return place.kind === 'tag' ? task.tags.filter(({ id }) => id !== place.id) : task.tags
}
