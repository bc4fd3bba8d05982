'use client'

import type { Task } from '../model/documents/fields.ts'
import { Popover } from '../ui/layers/popover.tsx'
import { CheckIcon } from '../ui/marks/more-icons.tsx'
import { TaskRing } from '../ui/marks/task-check.tsx'
import { priorityChoices } from './priorities.ts'
import styles from './priority-popup.module.css'
import type { TaskPopupProps } from './task-popup-props.ts'
import { useTaskEdit } from './use-task-edit.ts'

/** The priority of tasks. */
export function PriorityPopup({ tasks, ...popup }: TaskPopupProps) {
  const edit = useTaskEdit(tasks)
  const isShared = (value: Task['priority']) => tasks.every(({ priority }) => priority === value)
  return (
    <Popover label="Priority" {...popup}>
      {priorityChoices.map(({ value, label, done }) => (
        <button
          key={value}
          type="button"
          className={styles.choice}
          aria-pressed={isShared(value)}
          onClick={() => {
            if (!isShared(value)) edit({ priority: value }, done)
            popup.onClose()
          }}
        >
          <TaskRing priority={value} ticked={false} />
          <span className={styles.label}>{label}</span>
          {isShared(value) && <CheckIcon />}
        </button>
      ))}
    </Popover>
  )
}
