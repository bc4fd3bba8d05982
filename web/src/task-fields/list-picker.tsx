'use client'

import { useShell } from '../model/shell/use-shell.ts'
import { Picker } from '../ui/layers/picker.tsx'
import { ColorDot } from '../ui/marks/color-dot.tsx'
import { InboxIcon } from '../ui/marks/icons.tsx'
import type { TaskPopupProps } from './task-popup-props.ts'
import { useTaskEdit } from './use-task-edit.ts'

/** Which list tasks are in. */
export function ListPicker({ tasks, ...popup }: TaskPopupProps) {
  const edit = useTaskEdit(tasks)
  const { lists } = useShell()
  const [first] = tasks
  const isShared = tasks.every(({ list }) => list.id === first?.list.id)

  function move(listId: string): void {
    const name = lists.find(({ id }) => id === listId)?.name
    if (!isShared || listId !== first?.list.id) edit({ listId }, `Moved to “${name}”`)
  }

  return (
    <Picker
      label="List"
      hint="Find a list"
      takes="one"
      items={lists.map(({ id, name, color, icon, isInbox }) => ({
        id,
        name,
        sign: isInbox ? <InboxIcon /> : <ColorDot color={color} icon={icon} />,
      }))}
      chosen={first && isShared ? [first.list.id] : []}
      onToggle={move}
      {...popup}
    />
  )
}
