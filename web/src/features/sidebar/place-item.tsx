import type { ReactNode } from 'react'
import { isSamePlace, type Place, printAddress } from '../../places/address.ts'
import { PlaceLink } from '../../places/place-link.tsx'
import { mark } from '../../ui/landmarks.ts'
import { VisuallyHidden } from '../../ui/marks/visually-hidden.tsx'
import styles from './place-item.module.css'

export type PlaceItemProps = {
  place: Place
  current: Place
  icon: ReactNode
  /** The number of open tasks; 0 isn't shown. */
  count?: number | undefined
  /** What can be done with the place, at the end of its line. */
  menu?: ReactNode
  children: ReactNode
}

/** One place of the sidebar. */
export function PlaceItem({ place, current, icon, count, menu, children }: PlaceItemProps) {
  return (
    <li className={styles.item} {...mark('place', printAddress({ place }))}>
      <PlaceLink
        to={{ place }}
        className={styles.link}
        aria-current={isSamePlace(place, current) ? 'page' : undefined}
        data-has-menu={menu ? '' : undefined}
      >
        <span className={styles.icon}>{icon}</span>
        <span className={styles.name} dir="auto">
          {children}
        </span>
        {count ? (
          <span className={styles.count}>
            {count}
            <VisuallyHidden> open</VisuallyHidden>
          </span>
        ) : null}
      </PlaceLink>
      {menu && <span className={styles.menu}>{menu}</span>}
    </li>
  )
}
