'use client'

import type { Priority } from '@tend/server/domain/priority'
import { Popover, type PopupProps } from '../ui/layers/popover.tsx'
import { CheckIcon } from '../ui/marks/more-icons.tsx'
import { TaskRing } from '../ui/marks/task-check.tsx'
import { type PriorityChoice, priorityChoices } from './priorities.ts'
import styles from './priority-picker.module.css'

export type PriorityPickerProps = PopupProps & {
  isChosen: (priority: Priority) => boolean
  onChoose: (choice: PriorityChoice) => void
}

/** The priorities to choose from. */
export function PriorityPicker({ isChosen, onChoose, ...popup }: PriorityPickerProps) {
  return (
    <Popover label="Priority" {...popup}>
      {priorityChoices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          className={styles.choice}
          aria-pressed={isChosen(choice.value)}
          onClick={() => {
            if (!isChosen(choice.value)) onChoose(choice)
            popup.onClose()
          }}
        >
          <TaskRing priority={choice.value} ticked={false} />
          <span className={styles.label}>{choice.label}</span>
          {isChosen(choice.value) && <CheckIcon />}
        </button>
      ))}
    </Popover>
  )
}
