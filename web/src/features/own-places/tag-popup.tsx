'use client'

import { useState } from 'react'
import type { Tag } from '../../model/documents/fields.ts'
import { useShell } from '../../model/shell/use-shell.ts'
import { Menu, MenuItem, MenuSeparator } from '../../ui/layers/menu.tsx'
import { Picker } from '../../ui/layers/picker.tsx'
import { ColorDot } from '../../ui/marks/color-dot.tsx'
import type { OwnPopupProps } from './place-popup.tsx'
import { useTagActions } from './use-tag-actions.ts'

/** What can be done with a tag. Choosing the tag to merge into replaces the menu. */
export function TagPopup({ tag, onEdit, onLead, ...menu }: OwnPopupProps & { tag: Tag }) {
  const actions = useTagActions()
  const { tags } = useShell()
  const [merging, setMerging] = useState(false)
  const others = tags.filter(({ id }) => id !== tag.id)

  function merge(id: string): void {
    const into = others.find((other) => other.id === id)
    if (into) actions.merge(tag, into)
  }

  return (
    <>
      <Menu {...menu}>
        <MenuItem onSelect={() => onEdit({ kind: 'tag', id: tag.id })}>Edit</MenuItem>
        {others.length > 0 && (
          <MenuItem
            onSelect={() => {
              onLead()
              setMerging(true)
            }}
          >
            Merge into…
          </MenuItem>
        )}
        <MenuSeparator />
        <MenuItem onSelect={() => actions.remove(tag)}>Delete</MenuItem>
      </Menu>
      <Picker
        label={`Merge “${tag.name}” into`}
        hint="Merge into…"
        anchor={menu.anchor}
        open={merging}
        onClose={() => setMerging(false)}
        items={others.map(({ id, name, color }) => ({
          id,
          name,
          sign: <ColorDot color={color} />,
        }))}
        chosen={[]}
        takes="one"
        onToggle={merge}
      />
    </>
  )
}
