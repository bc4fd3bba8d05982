'use client'

import { positionOneStep } from '../../model/cache/order-positions.ts'
import type { SavedView } from '../../model/documents/fields.ts'
import { useShell } from '../../model/shell/use-shell.ts'
import { Menu, MenuItem, MenuLink, MenuSeparator } from '../../ui/layers/menu.tsx'
import type { OwnPopupProps } from './place-popup.tsx'
import { useViewActions } from './use-view-actions.ts'

/** What can be done with a saved view. */
export function ViewPopup({ view, onEdit, onLead, ...menu }: OwnPopupProps & { view: SavedView }) {
  const actions = useViewActions()
  const { savedViews } = useShell()
  const order = savedViews.map(({ id }) => id)
  const above = positionOneStep(order, new Set([view.id]), -1)
  const below = positionOneStep(order, new Set([view.id]), 1)
  return (
    <Menu {...menu}>
      <MenuItem onSelect={() => onEdit({ kind: 'view', id: view.id })}>Edit</MenuItem>
      <MenuItem onSelect={() => onEdit({ kind: 'view', copyOf: view.id })}>Duplicate</MenuItem>
      {above && <MenuItem onSelect={() => actions.move(view, above)}>Move up</MenuItem>}
      {below && <MenuItem onSelect={() => actions.move(view, below)}>Move down</MenuItem>}
      <MenuLink href={`/settings/data?view=${view.id}`}>Calendar address…</MenuLink>
      <MenuSeparator />
      <MenuItem onSelect={() => actions.remove(view)}>Delete</MenuItem>
    </Menu>
  )
}
