'use client'

import { useShell } from '../model/shell/use-shell.ts'
import { Picker, type PickerItem } from '../ui/layers/picker.tsx'
import type { PopupProps } from '../ui/layers/popover.tsx'
import { ColorDot } from '../ui/marks/color-dot.tsx'

type Tag = Pick<PickerItem, 'id' | 'name'>

export type TagPickerProps = PopupProps & {
  isChosen: (tag: Tag) => boolean
  onToggle: (tag: Tag) => void
  /** Creates a tag with the typed name, and chooses it. */
  onCreate: (name: string) => void
}

/** The person's tags to choose from; one that doesn't exist yet is created from what was typed. */
export function TagPicker({ isChosen, onToggle, onCreate, ...popup }: TagPickerProps) {
  const { tags } = useShell()
  return (
    <Picker
      label="Tags"
      hint="Find or create a tag"
      takes="several"
      items={tags.map(({ id, name, color }) => ({ id, name, sign: <ColorDot color={color} /> }))}
      chosen={tags.filter(isChosen).map(({ id }) => id)}
      onToggle={(id) => {
        const tag = tags.find((candidate) => candidate.id === id)
        if (tag) onToggle(tag)
      }}
      onCreate={onCreate}
      {...popup}
    />
  )
}
