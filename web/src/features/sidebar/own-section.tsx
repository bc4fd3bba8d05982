import type { ReactNode } from 'react'
import type { Counts } from '../../model/shell/use-counts.ts'
import type { OwnedPlace, Place } from '../../places/address.ts'
import { IconButton } from '../../ui/button.tsx'
import { PlusIcon } from '../../ui/marks/icons.tsx'
import { PlaceItem } from './place-item.tsx'
import { SidebarSection } from './sidebar-section.tsx'

export type OwnSectionProps<Item> = {
  title: string
  kind: OwnedPlace['kind']
  items: readonly Item[]
  icon: (item: Item) => ReactNode
  /** Whether it is expanded at first; given where nothing new can be created. */
  opened?: boolean
  counts: Counts
  current: Place
  menu: (place: OwnedPlace) => ReactNode
  onNew: (kind: OwnedPlace['kind']) => void
}

/** The person's lists, views or tags, and a button for a new one, also while there are none. */
export function OwnSection<Item extends { id: string; name: string }>(
  props: OwnSectionProps<Item>,
) {
  const { title, kind, items, opened, counts, current } = props
  const add = (
    <IconButton label={`New ${kind}`} onClick={() => props.onNew(kind)}>
      <PlusIcon />
    </IconButton>
  )
  return (
    <SidebarSection title={title} opened={opened} action={opened === undefined && add}>
      {items.map((item) => {
        const place = { kind, id: item.id }
        return (
          <PlaceItem
            key={item.id}
            place={place}
            current={current}
            icon={props.icon(item)}
            count={counts.get(item.id)}
            menu={props.menu(place)}
          >
            {item.name}
          </PlaceItem>
        )
      })}
    </SidebarSection>
  )
}
