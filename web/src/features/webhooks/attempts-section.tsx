'use client'

import { webhookAttemptDays, webhookFailingDays } from '@tend/server/domain/limits'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/page/section.tsx'
import type { InstantStyle } from '../../ui/time-words.ts'
import { showToast } from '../../ui/toasts/toast-queue.ts'
import { AttemptEntry } from './attempt-entry.tsx'
import type { Awaited } from './use-awaited.ts'
import { useWebhooks } from './use-webhooks.ts'
import type { AttemptData } from './webhook.query.ts'
import styles from './webhooks.module.css'
import type { WebhookData } from './webhooks.query.ts'

/** What the API gives at once. */
export const mostAttempts = 100

export type AttemptsSectionProps = {
  webhook: WebhookData
  attempts: readonly AttemptData[]
  hasMore: boolean
  isPending: boolean
  style: InstantStyle
  awaited: Awaited
  onRefresh: () => void
  /** Undefined when no more can be shown. */
  onMore: (() => void) | undefined
}

/** What was sent to a webhook, the newest first; each event can be sent again. */
export function AttemptsSection(props: AttemptsSectionProps) {
  const { webhook, attempts, hasMore, isPending, style, awaited, onRefresh, onMore } = props
  const { resend, replay } = useWebhooks()
  const { id, isEnabled } = webhook

  async function replayFrom(cursor: string): Promise<void> {
    if (isEnabled) return awaited.ask('replay', () => replay(id, cursor))
    const outcome = await replay(id, cursor)
    const done = 'It begins there once you start the webhook.'
    showToast({ text: outcome.ok ? done : outcome.message })
  }

  return (
    <Section
      title="Deliveries"
      hint={`What was sent in the last ${webhookAttemptDays} days. What fails is tried again by itself, for up to ${webhookFailingDays} days.`}
    >
      {attempts.length === 0 ? (
        <p className={styles.quiet}>
          Nothing was sent yet. Send a test to see whether your server gets it.
        </p>
      ) : (
        <ul className={styles.attempts} aria-label="Deliveries">
          {attempts.map((attempt, nth) => (
            <AttemptEntry
              key={attempt.id}
              attempt={attempt}
              style={style}
              startsOpen={nth === 0 && !attempt.arrived}
              onResend={() => void awaited.ask('event', () => resend(id, attempt.eventId))}
              onReplay={() => void replayFrom(attempt.cursor)}
            />
          ))}
        </ul>
      )}
      <div className={styles.row}>
        {hasMore && onMore && <Button onClick={onMore}>Show more</Button>}
        <Button aria-busy={isPending} onClick={onRefresh}>
          Refresh
        </Button>
      </div>
    </Section>
  )
}
