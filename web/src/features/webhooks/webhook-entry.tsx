import Link from 'next/link'
import { Entry, EntryLine } from '../../ui/lists/entry-list.tsx'
import type { InstantStyle } from '../../ui/time-words.ts'
import { arrivingAs, focusOnArrival } from './arrival.ts'
import { describeChoice, describeState, nameWebhook } from './webhook-words.ts'
import styles from './webhooks.module.css'
import type { WebhookData } from './webhooks.query.ts'

/** The name of a webhook, where and what it sends, and how that goes; opens its page. */
export function WebhookEntry({ webhook, style }: { webhook: WebhookData; style: InstantStyle }) {
  const { id, url, description, isEnabled } = webhook
  const { text, isTrouble } = describeState(webhook, style)
  return (
    <Entry
      title={
        <Link
          ref={arrivingAs(id)}
          className={styles.link}
          href={`/settings/webhooks/${id}`}
          onNavigate={() => focusOnArrival('webhook')}
        >
          {nameWebhook(webhook)}
        </Link>
      }
      mark={isEnabled ? undefined : 'Stopped'}
    >
      {description && <EntryLine parts={[url]} />}
      <EntryLine parts={[describeChoice(webhook)]} />
      <p className={isTrouble ? styles.trouble : styles.quiet}>{text}</p>
    </Entry>
  )
}
