import type { ReactNode } from 'react'
import { isSamePlace, type Place } from '../../places/address.ts'
import { PlaceLink } from '../../places/place-link.tsx'
import { InboxIcon, PlusIcon, SearchIcon, TodayIcon } from '../../ui/marks/icons.tsx'
import styles from './bottom-bar.module.css'

export type BottomBarProps = { place: Place; onAdd: () => void }

/** The bar at the bottom of a phone, within reach of the thumb. */
export function BottomBar({ place, onAdd }: BottomBarProps) {
  function renderLink(to: Place, icon: ReactNode, name: string): ReactNode {
    return (
      <PlaceLink
        to={{ place: to }}
        className={styles.item}
        aria-current={isSamePlace(place, to) ? 'page' : undefined}
      >
        {icon}
        {name}
      </PlaceLink>
    )
  }

  return (
    <nav aria-label="Main places" className={styles.bar}>
      {renderLink({ kind: 'inbox' }, <InboxIcon />, 'Inbox')}
      {renderLink({ kind: 'today' }, <TodayIcon />, 'Today')}
      <button type="button" className={styles.item} onClick={onAdd}>
        <PlusIcon />
        Add
      </button>
      {renderLink({ kind: 'search', query: '' }, <SearchIcon />, 'Search')}
    </nav>
  )
}
