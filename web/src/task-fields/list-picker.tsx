'use client'

import { useShell } from '../model/shell/use-shell.ts'
import { Picker } from '../ui/layers/picker.tsx'
import type { PopupProps } from '../ui/layers/popover.tsx'
import { ColorDot } from '../ui/marks/color-dot.tsx'
import { InboxIcon } from '../ui/marks/icons.tsx'

export type ListPickerProps = PopupProps & {
  chosenId: string | undefined
  onChoose: (list: { id: string; name: string }) => void
}

/** The person's lists to choose one from. */
export function ListPicker({ chosenId, onChoose, ...popup }: ListPickerProps) {
  const { lists } = useShell()
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
      chosen={chosenId === undefined ? [] : [chosenId]}
      onToggle={(id) => {
        const list = lists.find((candidate) => candidate.id === id)
        if (list) onChoose(list)
      }}
      {...popup}
    />
  )
}
