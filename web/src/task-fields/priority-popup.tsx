'use client'

import { PriorityPicker } from './priority-picker.tsx'
import type { TaskPopupProps } from './task-popup-props.ts'
import { useTaskEdit } from './use-task-edit.ts'

/** The priority of tasks. */
export function PriorityPopup({ tasks, ...popup }: TaskPopupProps) {
  const edit = useTaskEdit(tasks)
  return (
    <PriorityPicker
      isChosen={(value) => tasks.every(({ priority }) => priority === value)}
      onChoose={({ value, done }) => edit({ priority: value }, done)}
      {...popup}
    />
  )
}
