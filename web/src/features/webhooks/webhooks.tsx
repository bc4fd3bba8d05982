'use client'

import { useRef, useState } from 'react'
import { getFragmentData } from '../../gql/fragment-masking.ts'
import { describeError } from '../../graphql/error-text.ts'
import { useQuery } from '../../graphql/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { EntryList, EntrySkeleton } from '../../ui/lists/entry-list.tsx'
import { Placeholder } from '../../ui/marks/notice.tsx'
import { Section } from '../../ui/page/section.tsx'
import { toInstantStyle } from '../../ui/time-words.ts'
import { arrivingAs } from './arrival.ts'
import { NewWebhookDialog } from './new-webhook-dialog.tsx'
import { WebhookEntry } from './webhook-entry.tsx'
import { WebhookFields, WebhooksQuery } from './webhooks.query.ts'

/** The addresses that the person's changes are sent to. */
export function Webhooks({ apiUrl }: { apiUrl: string }) {
  const { data, error, refresh } = useQuery({ query: WebhooksQuery })
  const [making, setMaking] = useState(false)
  const newButton = useRef<HTMLButtonElement>(null)

  if (!data && !error) return <EntrySkeleton />
  if (!data?.me || !data.webhooks) {
    return (
      <Placeholder title="Your webhooks can’t be shown right now" alert>
        <p>{error && describeError(error)} Changes are still sent.</p>
        <Button onClick={refresh}>Try again</Button>
      </Placeholder>
    )
  }
  const webhooks = data.webhooks.map((webhook) => getFragmentData(WebhookFields, webhook))
  const style = toInstantStyle(data.me)
  return (
    <>
      <Section
        title="For your own servers"
        hint={
          <>
            A webhook sends your changes to a server of yours as they happen.{' '}
            <a href={`${apiUrl}/docs/webhooks`} target="_blank" rel="noreferrer">
              How to receive them
            </a>
            .
          </>
        }
      >
        <div>
          <Button
            ref={(button) => {
              newButton.current = button
              arrivingAs('new')(button)
            }}
            look="primary"
            onClick={() => setMaking(true)}
          >
            New webhook
          </Button>
        </div>
        {webhooks.length === 0 ? (
          <Placeholder title="No webhooks yet">
            <p>Create one for a server that should know at once what changes in your tasks.</p>
          </Placeholder>
        ) : (
          <EntryList label="Webhooks">
            {webhooks.map((webhook) => (
              <WebhookEntry key={webhook.id} webhook={webhook} style={style} />
            ))}
          </EntryList>
        )}
      </Section>
      <NewWebhookDialog open={making} onClose={() => setMaking(false)} returnFocus={newButton} />
    </>
  )
}
