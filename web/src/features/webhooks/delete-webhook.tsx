'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { Dialog } from '../../ui/layers/dialog.tsx'
import { Notice } from '../../ui/marks/notice.tsx'
import { Section } from '../../ui/page/section.tsx'
import { showToast } from '../../ui/toasts/toast-queue.ts'
import { focusOnArrival } from './arrival.ts'
import { useWebhooks } from './use-webhooks.ts'
import { nameWebhook } from './webhook-words.ts'
import styles from './webhooks.module.css'
import type { WebhookData } from './webhooks.query.ts'

/** Deletes a webhook for good, so it asks first. */
export function DeleteWebhook({ webhook }: { webhook: WebhookData }) {
  const { remove } = useWebhooks()
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [state, setState] = useState<{ isSending: boolean; problem?: string }>({ isSending: false })
  const button = useRef<HTMLButtonElement>(null)
  const cancel = useRef<HTMLButtonElement>(null)
  const name = nameWebhook(webhook)

  async function run(): Promise<void> {
    if (state.isSending) return
    setState({ isSending: true })
    const outcome = await remove(webhook.id)
    if (!outcome.ok) return setState({ isSending: false, problem: outcome.message })
    showToast({ text: `Deleted “${name}”.` })
    focusOnArrival('new')
    router.push('/settings/webhooks')
  }

  return (
    <Section title="Delete" hint="Deletes this webhook with its secret and its deliveries.">
      <div>
        <Button ref={button} look="danger" onClick={() => setOpen(true)}>
          Delete webhook…
        </Button>
      </div>
      <Dialog
        title={`Delete “${name}”?`}
        open={open}
        onClose={() => setOpen(false)}
        returnFocus={button}
        // What can't be undone isn't what Enter does at once.
        initialFocus={cancel}
      >
        <div className={styles.content}>
          <p>
            Nothing is sent to your server any more, and its deliveries are deleted. This can’t be
            undone.
          </p>
          {state.problem && <Notice>{state.problem}</Notice>}
          <FormActions>
            <Button
              look="danger"
              aria-disabled={state.isSending || undefined}
              onClick={() => void run()}
            >
              {state.isSending ? 'Deleting…' : 'Delete webhook'}
            </Button>
            <Button ref={cancel} onClick={() => setOpen(false)}>
              Cancel
            </Button>
          </FormActions>
        </div>
      </Dialog>
    </Section>
  )
}
