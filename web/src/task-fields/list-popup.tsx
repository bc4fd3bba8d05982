'use client'

import { ListPicker } from './list-picker.tsx'
import type { TaskPopupProps } from './task-popup-props.ts'
import { useTaskEdit } from './use-task-edit.ts'

/** Which list tasks are in. */
export function ListPopup({ tasks, ...popup }: TaskPopupProps) {
  const edit = useTaskEdit(tasks)
  const listId = tasks[0]?.list.id
  const chosenId = tasks.every(({ list }) => list.id === listId) ? listId : undefined
  return (
    <ListPicker
      chosenId={chosenId}
      onChoose={({ id, name }) => {
        if (id !== chosenId) edit({ listId: id }, `Moved to “${name}”`)
      }}
      {...popup}
    />
  )
}
