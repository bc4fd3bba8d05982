'use client'

import Link from 'next/link'
import { useEffect, useState } from 'react'
import { getFragmentData } from '../../gql/fragment-masking.ts'
import { describeError } from '../../graphql/error-text.ts'
import { useQuery } from '../../graphql/use-query.ts'
import { Button } from '../../ui/button.tsx'
import { EntrySkeleton } from '../../ui/lists/entry-list.tsx'
import { Placeholder } from '../../ui/marks/notice.tsx'
import { toInstantStyle } from '../../ui/time-words.ts'
import { useLastDefined } from '../../ui/use-last-defined.ts'
import { arrivingAs, focusOnArrival } from './arrival.ts'
import { AttemptsSection, mostAttempts } from './attempts-section.tsx'
import { DeleteWebhook } from './delete-webhook.tsx'
import { SecretSection } from './secret-section.tsx'
import { StateSection } from './state-section.tsx'
import { useAwaited } from './use-awaited.ts'
import { WebhookQuery } from './webhook.query.ts'
import styles from './webhooks.module.css'
import { WebhookFields } from './webhooks.query.ts'

const fewAttempts = 20
const refreshMs = 10_000

/** One webhook: how it goes, its secret, what was tried, and its end. */
export function WebhookPage({ id }: { id: string }) {
  return (
    <>
      <Link
        ref={arrivingAs('webhook')}
        className={styles.back}
        href="/settings/webhooks"
        onNavigate={() => focusOnArrival(id)}
      >
        All webhooks
      </Link>
      <Shown id={id} />
    </>
  )
}

function Shown({ id }: { id: string }) {
  const [most, setMost] = useState(fewAttempts)
  const variables = { id, attempts: most }
  const { error, isPending, refresh, ...answer } = useQuery({ query: WebhookQuery, variables })
  // While more is loaded, what there was stays.
  const data = useLastDefined(answer.data)
  const found = data?.node && 'attempts' in data.node ? data.node : undefined
  const attempts = found?.attempts.nodes ?? []
  const awaited = useAwaited(attempts, refresh)
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && refresh(), refreshMs)
    return () => clearInterval(timer)
  }, [refresh])

  if (!data && !error) return <EntrySkeleton />
  if (!data?.me || (!found && error)) {
    return (
      <Placeholder title="This webhook can’t be shown right now" alert>
        <p>{error && describeError(error)} Changes are still sent.</p>
        <Button onClick={refresh}>Try again</Button>
      </Placeholder>
    )
  }
  if (!found) {
    return (
      <Placeholder title="This webhook isn’t here">
        <p>It may have been deleted.</p>
      </Placeholder>
    )
  }
  const webhook = getFragmentData(WebhookFields, found)
  const style = toInstantStyle(data.me)
  return (
    <>
      <StateSection webhook={webhook} style={style} awaited={awaited} />
      <AttemptsSection
        webhook={webhook}
        attempts={attempts}
        hasMore={found.attempts.pageInfo.hasNextPage}
        isPending={isPending}
        style={style}
        awaited={awaited}
        onRefresh={refresh}
        onMore={most < mostAttempts ? () => setMost(mostAttempts) : undefined}
      />
      <SecretSection webhook={webhook} style={style} />
      <DeleteWebhook webhook={webhook} />
    </>
  )
}
