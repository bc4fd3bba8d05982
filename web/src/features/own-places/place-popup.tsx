'use client'

import type { MenuProps } from '../../ui/layers/menu.tsx'
import type { Edit } from './editing.ts'
import { ListPopup } from './list-popup.tsx'
import type { OwnPlace } from './own-place.ts'
import { TagPopup } from './tag-popup.tsx'
import { ViewPopup } from './view-popup.tsx'

export type OwnPopupProps = Omit<MenuProps, 'children'> & {
  onEdit: Edit
  /** Called when something else opens instead of the menu and takes the focus. */
  onLead: () => void
}

/** What can be done with a list, a tag or a view. */
export function PlacePopup({ own, ...popup }: OwnPopupProps & { own: OwnPlace }) {
  if (own.kind === 'list') return <ListPopup list={own.item} {...popup} />
  if (own.kind === 'tag') return <TagPopup tag={own.item} {...popup} />
  return <ViewPopup view={own.item} {...popup} />
}
