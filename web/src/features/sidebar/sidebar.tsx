'use client'

import { lazy, type ReactNode } from 'react'
import { useCounts } from '../../model/shell/use-counts.ts'
import { useShell } from '../../model/shell/use-shell.ts'
import type { OwnedPlace, Place } from '../../places/address.ts'
import { Button } from '../../ui/button.tsx'
import { Later } from '../../ui/hydration/later.tsx'
import { ColorDot } from '../../ui/marks/color-dot.tsx'
import {
  AllIcon,
  CompletedIcon,
  InboxIcon,
  SearchIcon,
  TagIcon,
  TodayIcon,
  TrashIcon,
  UpcomingIcon,
  ViewIcon,
} from '../../ui/marks/icons.tsx'
import { OwnSection } from './own-section.tsx'
import { PlaceItem } from './place-item.tsx'
import styles from './sidebar.module.css'

// Lists are read before they are moved, so the code for moving them loads later.
const ListOrder = lazy(() =>
  import('./list-order.tsx').then((module) => ({ default: module.ListOrder })),
)

export type SidebarProps = {
  /** The place that is shown. */
  current: Place
  /** What can be done with one of the person's own places, at the end of its line. */
  menu: (place: OwnedPlace) => ReactNode
  onNew: (kind: OwnedPlace['kind']) => void
}

/** Every place of the app: those that everybody has, then the person's own. */
export function Sidebar(props: SidebarProps) {
  const { current } = props
  const { lists, archivedLists, tags, savedViews, problem, retry } = useShell()
  const counts = useCounts()
  const inboxId = lists.find(({ isInbox }) => isInbox)?.id
  const own = lists.filter(({ isInbox }) => !isInbox)
  return (
    <nav aria-label="Places" className={styles.sidebar}>
      <ul>
        <PlaceItem place={{ kind: 'search', query: '' }} current={current} icon={<SearchIcon />}>
          Search
        </PlaceItem>
        <PlaceItem
          place={{ kind: 'inbox' }}
          current={current}
          icon={<InboxIcon />}
          count={counts.get(inboxId)}
        >
          Inbox
        </PlaceItem>
        <PlaceItem
          place={{ kind: 'today' }}
          current={current}
          icon={<TodayIcon />}
          count={counts.get('today')}
        >
          Today
        </PlaceItem>
        <PlaceItem place={{ kind: 'upcoming' }} current={current} icon={<UpcomingIcon />}>
          Upcoming
        </PlaceItem>
        <PlaceItem place={{ kind: 'all' }} current={current} icon={<AllIcon />}>
          All
        </PlaceItem>
        <PlaceItem place={{ kind: 'completed' }} current={current} icon={<CompletedIcon />}>
          Completed
        </PlaceItem>
        <PlaceItem place={{ kind: 'trash' }} current={current} icon={<TrashIcon />}>
          Trash
        </PlaceItem>
      </ul>
      {problem !== undefined && (
        <div className={styles.problem}>
          <p>Your lists can’t be shown right now.</p>
          <Button look="quiet" onClick={retry}>
            Try again
          </Button>
        </div>
      )}
      <OwnSection
        title="Lists"
        kind="list"
        items={own}
        icon={({ color, icon }) => <ColorDot color={color} icon={icon} />}
        counts={counts}
        {...props}
      />
      {archivedLists.length > 0 && (
        <OwnSection
          title="Archived lists"
          kind="list"
          items={archivedLists}
          icon={({ color, icon }) => <ColorDot color={color} icon={icon} />}
          opened={false}
          counts={counts}
          {...props}
        />
      )}
      <OwnSection
        title="Views"
        kind="view"
        items={savedViews}
        icon={({ icon }) => (icon ? <ColorDot color={null} icon={icon} /> : <ViewIcon />)}
        counts={counts}
        {...props}
      />
      <OwnSection
        title="Tags"
        kind="tag"
        items={tags}
        icon={({ color }) => (color ? <ColorDot color={color} /> : <TagIcon />)}
        counts={counts}
        {...props}
      />
      <Later>
        <ListOrder lists={own} />
      </Later>
    </nav>
  )
}
