'use client'

import { useRef, useState } from 'react'
import { getFragmentData } from '../../gql/fragment-masking.ts'
import type { FeedsQuery as Data } from '../../gql/graphql.ts'
import { describeError } from '../../graphql/error-text.ts'
import { useQuery } from '../../graphql/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { RevokeDialog } from '../../ui/layers/revoke-dialog.tsx'
import { EntryList, EntrySkeleton } from '../../ui/lists/entry-list.tsx'
import { Notice } from '../../ui/marks/notice.tsx'
import { Section } from '../../ui/page/section.tsx'
import { toInstantStyle } from '../../ui/time-words.ts'
import { FeedEntry } from './feed-entry.tsx'
import styles from './feeds.module.css'
import { FeedEntryFields, FeedsQuery } from './feeds.query.ts'
import { NewFeedDialog } from './new-feed-dialog.tsx'
import { useRevokeFeed } from './use-revoke-feed.ts'

/**
 * The addresses at which the person's calendars read their tasks.
 *
 * @param forView the view for which somebody came to make one
 */
export function FeedsSection({ forView }: { forView: string | undefined }) {
  const { data, error, refresh } = useQuery({ query: FeedsQuery })
  return (
    <Section
      title="Calendar addresses"
      hint="Subscribe to an address in your calendar app to see your tasks there. Nothing can be changed from there."
    >
      {data?.me && data.feeds ? (
        <Feeds {...data} me={data.me} feeds={data.feeds} forView={forView} />
      ) : error ? (
        <Notice>
          Your calendar addresses can’t be shown right now. {describeError(error)} Calendars that
          use them are not concerned.
          <Button look="quiet" onClick={refresh}>
            Try again
          </Button>
        </Notice>
      ) : (
        <EntrySkeleton />
      )}
    </Section>
  )
}

type FeedsProps = Pick<Data, 'savedViews'> & {
  me: NonNullable<Data['me']>
  feeds: NonNullable<Data['feeds']>
  forView: string | undefined
}

function Feeds({ me, feeds: masked, savedViews, forView }: FeedsProps) {
  const feeds = masked.map((feed) => getFragmentData(FeedEntryFields, feed))
  const views = savedViews?.nodes ?? []
  const initialView = views.find(({ id }) => id === forView)?.id
  const revoke = useRevokeFeed()
  const [making, setMaking] = useState(initialView !== undefined)
  const [revoking, setRevoking] = useState<{ id: string; name: string; open: boolean }>()
  const newButton = useRef<HTMLButtonElement>(null)
  const style = toInstantStyle(me)
  return (
    <>
      <div>
        <Button ref={newButton} onClick={() => setMaking(true)}>
          New calendar address
        </Button>
      </div>
      {feeds.length === 0 ? (
        <p className={styles.quiet}>No calendar addresses yet.</p>
      ) : (
        <EntryList label="Calendar addresses">
          {feeds.map((feed) => (
            <FeedEntry
              key={feed.id}
              feed={feed}
              views={views}
              hasAllViews={!savedViews?.pageInfo.hasNextPage}
              style={style}
              onRevoke={() => setRevoking({ id: feed.id, name: feed.name, open: true })}
            />
          ))}
        </EntryList>
      )}
      <NewFeedDialog
        views={views}
        initialView={initialView}
        open={making}
        onClose={() => setMaking(false)}
        returnFocus={newButton}
      />
      {revoking && (
        <RevokeDialog
          name={revoking.name}
          revoke={() => revoke(revoking.id)}
          open={revoking.open}
          onClose={() => setRevoking({ ...revoking, open: false })}
          returnFocus={newButton}
        >
          Calendars that use this address get nothing new at once. This can’t be undone.
        </RevokeDialog>
      )}
    </>
  )
}
