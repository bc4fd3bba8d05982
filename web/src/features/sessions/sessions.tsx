'use client'

import { getFragmentData } from '../../gql/fragment-masking.ts'
import { describeError } from '../../graphql/error-text.ts'
import { useQuery } from '../../graphql/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { EntryList, EntrySkeleton } from '../../ui/lists/entry-list.tsx'
import { Placeholder } from '../../ui/marks/notice.tsx'
import { Section } from '../../ui/page/section.tsx'
import { toInstantStyle } from '../../ui/time-words.ts'
import { SessionEntry } from './session-entry.tsx'
import { SessionEntryFields, SessionsQuery } from './sessions.query.ts'
import { useEndSessions } from './use-end-sessions.ts'

/** Where the person is signed in; each can be ended at once. `newIds` are sessions of devices that are new. */
export function Sessions({ newIds }: { newIds: readonly string[] }) {
  const { data, error, refresh } = useQuery({ query: SessionsQuery })
  const { endOne, endOthers } = useEndSessions()
  if (!data && !error) return <EntrySkeleton />
  if (!data?.me || !data.sessions) {
    return (
      <Placeholder title="Your sessions can’t be shown right now" alert>
        <p>{error && describeError(error)}</p>
        <Button onClick={refresh}>Try again</Button>
      </Placeholder>
    )
  }
  const sessions = data.sessions.nodes.map((node) => getFragmentData(SessionEntryFields, node))
  const style = toInstantStyle(data.me)
  const others = sessions.filter(({ isCurrent }) => !isCurrent)
  return (
    <>
      <Section
        title="Where you are signed in"
        hint="Sign out devices you no longer use or don’t recognise."
      >
        <EntryList label="Sessions">
          {[...sessions.filter(({ isCurrent }) => isCurrent), ...others].map((session) => (
            <SessionEntry
              key={session.id}
              session={session}
              isNew={newIds.includes(session.id)}
              style={style}
              onEnd={(device) => void endOne(session.id, device)}
            />
          ))}
        </EntryList>
      </Section>
      {others.length > 0 && (
        <Section
          title="Everywhere else"
          hint="All other devices are signed out within seconds. Access tokens of your programs keep working."
        >
          <div>
            <Button onClick={() => void endOthers()}>Sign out everywhere else</Button>
          </div>
        </Section>
      )}
    </>
  )
}
