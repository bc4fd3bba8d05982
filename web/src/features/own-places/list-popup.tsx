'use client'

import { useMoveList } from '../../model/actions/use-move-list.ts'
import { positionOneStep } from '../../model/cache/order-positions.ts'
import type { List } from '../../model/documents/fields.ts'
import { useShell } from '../../model/shell/use-shell.ts'
import { Menu, MenuItem, MenuSeparator } from '../../ui/layers/menu.tsx'
import type { OwnPopupProps } from './place-popup.tsx'
import { useListActions } from './use-list-actions.ts'

/** What can be done with a list. */
export function ListPopup({ list, onEdit, onLead, ...menu }: OwnPopupProps & { list: List }) {
  const actions = useListActions()
  const { lists } = useShell()
  const move = useMoveList()
  const order = lists.filter(({ isInbox }) => !isInbox).map(({ id }) => id)
  const above = positionOneStep(order, new Set([list.id]), -1)
  const below = positionOneStep(order, new Set([list.id]), 1)
  return (
    <Menu {...menu}>
      <MenuItem onSelect={() => onEdit({ kind: 'list', id: list.id })}>Edit</MenuItem>
      {above && <MenuItem onSelect={() => move(list, above)}>Move up</MenuItem>}
      {below && <MenuItem onSelect={() => move(list, below)}>Move down</MenuItem>}
      <MenuSeparator />
      {list.archivedAt ? (
        <MenuItem onSelect={() => actions.unarchive(list)}>Unarchive</MenuItem>
      ) : (
        <MenuItem onSelect={() => actions.archive(list)}>Archive</MenuItem>
      )}
      <MenuItem onSelect={() => actions.remove(list)}>Delete</MenuItem>
    </Menu>
  )
}
