'use client'

import { useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { Section } from '../../ui/page/section.tsx'
import type { InstantStyle } from '../../ui/time-words.ts'
import { showToast } from '../../ui/toasts/toast-queue.ts'
import { EditWebhookDialog } from './edit-webhook-dialog.tsx'
import type { Awaited } from './use-awaited.ts'
import { useWebhooks } from './use-webhooks.ts'
import { describeChoice, describeState, nameWebhook } from './webhook-words.ts'
import styles from './webhooks.module.css'
import type { WebhookData } from './webhooks.query.ts'

export type StateSectionProps = { webhook: WebhookData; style: InstantStyle; awaited: Awaited }

/** Where a webhook sends what and how that goes; tests it, changes it, stops it and starts it again. */
export function StateSection({ webhook, style, awaited }: StateSectionProps) {
  const { change, test } = useWebhooks()
  const [editing, setEditing] = useState<{ open: boolean; turn: number }>({ open: false, turn: 0 })
  const editButton = useRef<HTMLButtonElement>(null)
  const { id, url, description, isEnabled } = webhook
  const { text, isTrouble } = describeState(webhook, style)

  async function turn(on: boolean): Promise<void> {
    const outcome = await change({ id, isEnabled: on })
    const done = on
      ? 'Started. What it missed is sent first.'
      : 'Stopped. What changes meanwhile is sent once you start it again.'
    showToast({ text: outcome.ok ? done : outcome.message })
  }

  return (
    <Section title={nameWebhook(webhook)}>
      <div className={styles.about}>
        {description && <p className={styles.address}>{url}</p>}
        <p className={styles.quiet}>{describeChoice(webhook)}</p>
        <p className={isTrouble ? styles.trouble : styles.quiet}>{text}</p>
      </div>
      <FormActions>
        <Button onClick={() => void awaited.ask('test', () => test(id))}>
          {awaited.asked === 'test' ? 'Sending the test…' : 'Send test'}
        </Button>
        <Button
          ref={editButton}
          onClick={() => setEditing(({ turn }) => ({ open: true, turn: turn + 1 }))}
        >
          Edit
        </Button>
        <Button onClick={() => void turn(!isEnabled)}>{isEnabled ? 'Stop' : 'Start'}</Button>
      </FormActions>
      <EditWebhookDialog
        key={editing.turn}
        webhook={webhook}
        open={editing.open}
        onClose={() => setEditing(({ turn }) => ({ open: false, turn }))}
        returnFocus={editButton}
      />
    </Section>
  )
}
