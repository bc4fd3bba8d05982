import { Button } from '../../ui/button.tsx'
import { Entry, EntryLine } from '../../ui/lists/entry-list.tsx'
import { describePast, type InstantStyle } from '../../ui/time-words.ts'
import type { FeedData, FeedView } from './feeds.query.ts'

export type FeedEntryProps = {
  feed: FeedData
  views: readonly FeedView[]
  /** Whether `views` are all that there are. */
  hasAllViews: boolean
  style: InstantStyle
  onRevoke: () => void
}

/** The name of a calendar, what it shows, and whether an app reads it. */
export function FeedEntry({ feed, views, hasAllViews, style, onRevoke }: FeedEntryProps) {
  const { name, lastReadAt } = feed
  return (
    <Entry
      title={name}
      action={
        <Button aria-label={`Revoke “${name}”`} onClick={onRevoke}>
          Revoke
        </Button>
      }
    >
      <EntryLine
        parts={[
          describeSource(feed, views, hasAllViews),
          lastReadAt ? `Last read ${describePast(lastReadAt, style)}` : 'Never read',
        ]}
      />
    </Entry>
  )
}

function describeSource(
  { name, viewId }: FeedData,
  views: readonly FeedView[],
  hasAllViews: boolean,
): string {
  if (viewId == null) return name === everything ? '' : everything
  const view = views.find(({ id }) => id === viewId)
  if (!view && hasAllViews) return 'The view isn’t here any more'
  return !view || view.name === name ? 'View' : `View “${view.name}”`
}

/** What a calendar without a view shows. */
export const everything = 'Everything with a day'
