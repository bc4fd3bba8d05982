'use client'

import { useRef, useState } from 'react'
import { getFragmentData } from '../../gql/fragment-masking.ts'
import { describeError } from '../../graphql/error-text.ts'
import { useQuery } from '../../graphql/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { RevokeDialog } from '../../ui/layers/revoke-dialog.tsx'
import { EntryList, EntrySkeleton } from '../../ui/lists/entry-list.tsx'
import { Placeholder } from '../../ui/marks/notice.tsx'
import { Section } from '../../ui/page/section.tsx'
import { toInstantStyle } from '../../ui/time-words.ts'
import { AccessTokenEntry } from './access-token-entry.tsx'
import { AccessTokenEntryFields, AccessTokensQuery } from './access-tokens.query.ts'
import { NewTokenDialog } from './new-token-dialog.tsx'
import { useRevokeAccessToken } from './use-revoke-access-token.ts'

/** The person's keys for programs. */
export function AccessTokens() {
  const { data, error, refresh } = useQuery({ query: AccessTokensQuery })
  const revoke = useRevokeAccessToken()
  const [making, setMaking] = useState(false)
  const [revoking, setRevoking] = useState<{ id: string; name: string; open: boolean }>()
  const newButton = useRef<HTMLButtonElement>(null)

  if (!data && !error) return <EntrySkeleton />
  if (!data?.me || !data.accessTokens) {
    return (
      <Placeholder title="Your access tokens can’t be shown right now" alert>
        <p>{error && describeError(error)} Programs that use them are not concerned.</p>
        <Button onClick={refresh}>Try again</Button>
      </Placeholder>
    )
  }
  const tokens = data.accessTokens.map((token) => getFragmentData(AccessTokenEntryFields, token))
  const style = toInstantStyle(data.me)
  return (
    <>
      <Section
        title="For your own programs"
        hint="Tokens give your own scripts access to your tasks."
      >
        <div>
          <Button ref={newButton} look="primary" onClick={() => setMaking(true)}>
            New token
          </Button>
        </div>
        {tokens.length === 0 ? (
          <Placeholder title="No access tokens yet">
            <p>Create one for a script, a shortcut, or another app that should know your tasks.</p>
          </Placeholder>
        ) : (
          <EntryList label="Access tokens">
            {tokens.map((token) => (
              <AccessTokenEntry
                key={token.id}
                token={token}
                style={style}
                onRevoke={() => setRevoking({ id: token.id, name: token.name, open: true })}
              />
            ))}
          </EntryList>
        )}
      </Section>
      <NewTokenDialog open={making} onClose={() => setMaking(false)} returnFocus={newButton} />
      {revoking && (
        <RevokeDialog
          name={revoking.name}
          revoke={() => revoke(revoking.id)}
          open={revoking.open}
          onClose={() => setRevoking({ ...revoking, open: false })}
          returnFocus={newButton}
        >
          Programs that use it stop working within seconds. This can’t be undone.
        </RevokeDialog>
      )}
    </>
  )
}
