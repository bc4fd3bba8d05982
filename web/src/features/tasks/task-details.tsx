import type { MouseEvent, ReactNode } from 'react'
import type { Task } from '../../model/documents/fields.ts'
import { type OwnedPlace, type Place, printAddress } from '../../places/address.ts'
import { followClick } from '../../places/place-link.tsx'
import { dayIn } from '../../time/calendar.ts'
import { findStartAhead } from '../../time/due.ts'
import {
  type DueTone,
  describeDue,
  describeDueChoice,
  describeDueTime,
  describeInstant,
  type UserClock,
} from '../../time/due-words.ts'
import { mark } from '../../ui/landmarks.ts'
import { ColorDot, type ColorDotProps } from '../../ui/marks/color-dot.tsx'
import { BellIcon, NoteIcon, RepeatIcon } from '../../ui/marks/icons.tsx'
import styles from './task-details.module.css'

/** Something that is set on a task, as it is shown and as a screen reader says it. */
export type TaskDetail = {
  key: string
  shown: ReactNode
  /** For screen readers, where what is shown isn't words or not enough of them. */
  spoken?: string
  tone?: DueTone | undefined
  title?: string
  /** Where a click on it leads. */
  to?: Place
}

/** What is set on a task, except what the place says already. */
export function listDetails(task: Task, place: Place, clock: UserClock): TaskDetail[] {
  const details: TaskDetail[] = []
  const { recurrence, description, parent, list } = task
  const start = findStartAhead(task, dayIn(clock.timeZone, clock.now))
  if (start && place.kind !== 'upcoming')
    details.push({ key: 'start', shown: `Starts ${describeDueChoice({ day: start }, clock)}` })
  // What is planned for its start is under the heading of that day, and not of the due day.
  const due = start ? describeDue(task, clock) : describeDueIn(task, place, clock)
  if (due) {
    const tone = task.completed ? undefined : due.tone
    details.push({ key: 'due', shown: due.text, spoken: `Due ${due.text}`, tone })
  }
  if (recurrence) {
    const { sentence } = recurrence
    const spoken = `Repeats ${sentence}`
    details.push({ key: 'repeats', shown: <RepeatIcon />, spoken, title: sentence })
  }
  const reminder = describeNextReminder(task, clock)
  if (reminder) {
    details.push({ key: 'reminder', shown: <BellIcon />, spoken: reminder, title: reminder })
  }
  const { completed, total } = task.subtaskProgress
  if (total > 0) {
    const shown = `${completed}/${total}`
    details.push({ key: 'subtasks', shown, spoken: `Subtasks done: ${shown}` })
  }
  if (description) {
    details.push({ key: 'notes', shown: <NoteIcon />, spoken: 'Has notes', title: 'Has notes' })
  }
  if (parent) details.push({ key: 'parent', shown: parent.title })
  if (place.kind !== 'list' && place.kind !== 'inbox' && !list.isInbox) {
    details.push(describeOwned({ kind: 'list', id: list.id }, list, list.name))
  }
  for (const { id, name, color } of listShownTags(task, place)) {
    details.push(describeOwned({ kind: 'tag', id }, { color }, `@${name}`))
  }
  return details
}

function describeOwned(to: OwnedPlace, dot: ColorDotProps, name: string): TaskDetail {
  const shown = (
    <>
      <ColorDot {...dot} />
      {name}
    </>
  )
  return { key: to.id, shown, to }
}

/**
 * The quiet line under a title. Words for screen readers alone aren't put beside it as hidden text:
 * there would be several in each row, and each would be a layer.
 */
export function TaskDetails({ details }: { details: readonly TaskDetail[] }) {
  return (
    <span className={styles.details}>
      {details.map(({ key, shown, spoken, tone, title, to }) => (
        <span key={key} {...nameBy(spoken)} {...(to && leadTo(to))} data-tone={tone} title={title}>
          {shown}
        </span>
      ))}
    </span>
  )
}

/** Before the row's own link. */
function leadTo(place: Place) {
  return {
    ...mark('placeChip', printAddress({ place })),
    onClick: (event: MouseEvent) => followClick(event, { place }),
  }
}

function nameBy(spoken: string | undefined) {
  return spoken ? { role: 'img', 'aria-label': spoken } : {}
}

/** Only the time under a heading that names the day. */
function describeDueIn(
  task: Task,
  { kind }: Place,
  clock: UserClock,
): { text: string; tone: DueTone } | undefined {
  const due = describeDue(task, clock)
  if (!due || (kind !== 'upcoming' && !(kind === 'today' && due.tone === 'today'))) return due
  const time = describeDueTime(task, clock)
  return time ? { ...due, text: time } : undefined
}

/** When the task rings next; what has rung is elsewhere. */
function describeNextReminder({ reminders }: Task, clock: UserClock): string | undefined {
  const [next] = reminders
    .map(({ nextAt }) => nextAt ?? '')
    .filter((at) => Date.parse(at) > clock.now)
    .sort()
  return next && `Reminder ${describeInstant(next, clock)}`
}

function listShownTags(task: Task, place: Place): Task['tags'] {
  return place.kind === 'tag' ? task.tags.filter(({ id }) => id !== place.id) : task.tags
}
