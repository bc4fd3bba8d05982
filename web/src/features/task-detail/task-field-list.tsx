'use client'

import type { FieldsWith } from '@tend/server/domain/task-fields/field-types'
import { lazy } from 'react'
import type { Task } from '../../model/documents/fields.ts'
import { useReader } from '../../model/shell/use-reader.ts'
import { priorityChoices } from '../../task-fields/priorities.ts'
import { describeDue, describeDueChoice } from '../../time/due-words.ts'
import { loadTemporal } from '../../time/temporal.ts'
import { ColorDot } from '../../ui/marks/color-dot.tsx'
import {
  AllIcon,
  InboxIcon,
  RepeatIcon,
  TagIcon,
  TodayIcon,
  UpcomingIcon,
} from '../../ui/marks/icons.tsx'
import { TaskRing } from '../../ui/marks/task-check.tsx'
import { TaskField, type TaskFieldProps } from './task-field.tsx'
import styles from './task-field-list.module.css'

// They open on request only, so their code isn't part of what the app loads first.
const loadDue = () => loadTemporal().then(() => import('../../task-fields/due-popup.tsx'))
const loadRepeat = () => loadTemporal().then(() => import('../../task-fields/repeat-popup.tsx'))
const loadList = () => import('../../task-fields/list-picker.tsx')
const loadTags = () => import('../../task-fields/tag-picker.tsx')
const loadPriority = () => import('../../task-fields/priority-popup.tsx')

const DuePopup = lazy(() => loadDue().then((module) => ({ default: module.DuePopup })))
const StartPopup = lazy(() => loadDue().then((module) => ({ default: module.StartPopup })))
const RepeatPopup = lazy(() => loadRepeat().then((module) => ({ default: module.RepeatPopup })))
const ListPicker = lazy(() => loadList().then((module) => ({ default: module.ListPicker })))
const TagPicker = lazy(() => loadTags().then((module) => ({ default: module.TagPicker })))
const PriorityPopup = lazy(() =>
  loadPriority().then((module) => ({ default: module.PriorityPopup })),
)

/** Which line of the panel changes each field that people write; null: it has a place of its own there. */
type LineOf = Complete<{
  title: null
  description: null
  priority: 'priority'
  startOn: 'start'
  dueOn: 'due'
  dueTime: 'due'
  recurrenceRule: 'repeat'
  recurrenceBasis: 'repeat'
}>

type Complete<Lines extends Record<FieldsWith<{ content: 'given' }>, string | null>> = Lines

/** The lines of the panel that open something. */
export type PanelField = 'list' | 'tags' | NonNullable<LineOf[keyof LineOf]>

export type TaskFieldListProps = { task: Task; disabled: boolean }

/** What a task holds besides its words, a line each. */
export function TaskFieldList({ task, disabled }: TaskFieldListProps) {
  const reader = useReader()
  const due = describeDue(task, reader)
  const priority = priorityChoices.find(({ value }) => value === task.priority)
  // In their order from above.
  const lines: Record<PanelField, Omit<TaskFieldProps, 'taskId' | 'name' | 'disabled'>> = {
    list: {
      label: 'List',
      icon: <AllIcon />,
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
      preload: loadList,
      popup: (popup) => <ListPicker tasks={[task]} {...popup} />,
    },
    due: {
      label: 'Due',
      icon: <TodayIcon />,
      shortcut: 'd',
      tone: task.completed ? undefined : due?.tone,
      value: due?.text,
      empty: 'No date',
      preload: loadDue,
      popup: (popup) => <DuePopup tasks={[task]} reader={reader} {...popup} />,
    },
    repeat: {
      label: 'Repeat',
      icon: <RepeatIcon />,
      shortcut: 'r',
      value: task.recurrence ? startSentence(task.recurrence.sentence) : undefined,
      empty: 'Doesn’t repeat',
      preload: loadRepeat,
      popup: (popup) => <RepeatPopup tasks={[task]} reader={reader} {...popup} />,
    },
    start: {
      label: 'Start',
      icon: <UpcomingIcon />,
      value: task.startOn ? describeDueChoice({ day: task.startOn }, reader) : undefined,
      empty: 'Any time',
      preload: loadDue,
      popup: (popup) => <StartPopup tasks={[task]} reader={reader} {...popup} />,
    },
    priority: {
      label: 'Priority',
      icon: (
        <span className={styles.ring}>
          <TaskRing priority={task.priority} ticked={false} />
        </span>
      ),
      value: task.priority === 'NONE' ? undefined : priority?.label,
      empty: 'None',
      preload: loadPriority,
      popup: (popup) => <PriorityPopup tasks={[task]} {...popup} />,
    },
    tags: {
      label: 'Tags',
      icon: <TagIcon />,
      shortcut: 't',
      value: task.tags.length > 0 ? <TagNames tags={task.tags} /> : undefined,
      empty: 'None',
      preload: loadTags,
      popup: (popup) => <TagPicker tasks={[task]} {...popup} />,
    },
  }
  const names = Object.keys(lines) as PanelField[]
  return (
    <div className={styles.list}>
      {names.map((name) => (
        <TaskField key={name} taskId={task.id} name={name} disabled={disabled} {...lines[name]} />
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

function startSentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
