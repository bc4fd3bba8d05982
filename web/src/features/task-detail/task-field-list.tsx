'use client'

import { startSentence } from '@tend/server/domain/text/start-sentence'
import type { Task } from '../../model/documents/fields.ts'
import { useReminders } from '../../model/reminders/use-reminders.ts'
import { useClock } from '../../model/shell/use-clock.ts'
import { priorityChoices } from '../../task-fields/priorities.ts'
import { describeReminder } from '../../task-fields/reminders/reminder-words.ts'
import type { FieldPopup } from '../../task-fields/task-popup.store.ts'
import { describeDue, describeDueChoice } from '../../time/due-words.ts'
import { ColorDot } from '../../ui/marks/color-dot.tsx'
import { BellIcon, InboxIcon, RepeatIcon, TagIcon } from '../../ui/marks/icons.tsx'
import { CalendarIcon, ListIcon, StartIcon } from '../../ui/marks/more-icons.tsx'
import { TaskRing } from '../../ui/marks/task-check.tsx'
import { TaskField, type TaskFieldProps } from './task-field.tsx'
import styles from './task-field-list.module.css'

export type TaskFieldListProps = { task: Task; disabled: boolean }

/** The fields of a task besides its texts, one line each. */
export function TaskFieldList({ task, disabled }: TaskFieldListProps) {
  const clock = useClock()
  const due = describeDue(task, clock)
  const { reminders } = useReminders(task)
  const priority = priorityChoices.find(({ value }) => value === task.priority)
  // In their order from above.
  const lines: Record<FieldPopup, Omit<TaskFieldProps, 'task' | 'name' | 'disabled'>> = {
    list: {
      label: 'List',
      icon: <ListIcon />,
      shortcut: 'l',
      value: (
        <span className={styles.part}>
          {task.list.isInbox ? (
            <InboxIcon />
          ) : (
            <ColorDot color={task.list.color} icon={task.list.icon} />
          )}
          <span dir="auto">{task.list.name}</span>
        </span>
      ),
      empty: '',
    },
    due: {
      label: 'Due',
      icon: <CalendarIcon />,
      shortcut: 'd',
      tone: task.completed ? undefined : due?.tone,
      value: due?.text,
      empty: 'No date',
    },
    repeat: {
      label: 'Repeat',
      icon: <RepeatIcon />,
      shortcut: 'r',
      value: task.recurrence ? startSentence(task.recurrence.sentence) : undefined,
      empty: 'Doesn’t repeat',
    },
    reminders: {
      label: 'Remind me',
      icon: <BellIcon />,
      shortcut: 'b',
      value: reminders?.length
        ? reminders.map((reminder) => describeReminder(reminder, clock)).join(', ')
        : undefined,
      empty: 'Never',
    },
    start: {
      label: 'Start',
      icon: <StartIcon />,
      value: task.startOn ? describeDueChoice({ day: task.startOn }, clock) : undefined,
      empty: 'Any time',
    },
    priority: {
      label: 'Priority',
      icon: (
        <span className={styles.ring}>
          <TaskRing priority={task.priority} ticked={false} />
        </span>
      ),
      shortcut: 'p',
      value: task.priority === 'NONE' ? undefined : priority?.label,
      empty: 'None',
    },
    tags: {
      label: 'Tags',
      icon: <TagIcon />,
      shortcut: 't',
      value: task.tags.length > 0 ? <TagNames tags={task.tags} /> : undefined,
      empty: 'None',
    },
  }
  const names = Object.keys(lines) as FieldPopup[]
  return (
    <div className={styles.list}>
      {names.map((name) => (
        <TaskField key={name} task={task} name={name} disabled={disabled} {...lines[name]} />
      ))}
    </div>
  )
}

function TagNames({ tags }: Pick<Task, 'tags'>) {
  return (
    <span className={styles.tags}>
      {tags.map((tag) => (
        <span key={tag.id} className={styles.part}>
          <ColorDot color={tag.color} />
          <span dir="auto">{tag.name}</span>
        </span>
      ))}
    </span>
  )
}
