'use client'

import { type RefObject, useRef } from 'react'
import { Dialog } from '../../ui/layers/dialog.tsx'
import { useWebhooks } from './use-webhooks.ts'
import { WebhookForm } from './webhook-form.tsx'
import type { WebhookData } from './webhooks.query.ts'

export type EditWebhookDialogProps = {
  webhook: WebhookData
  open: boolean
  onClose: () => void
  returnFocus: RefObject<HTMLElement | null>
}

/** Changes where a webhook sends what. */
export function EditWebhookDialog({ webhook, open, onClose, returnFocus }: EditWebhookDialogProps) {
  const { change } = useWebhooks()
  const field = useRef<HTMLInputElement>(null)
  return (
    <Dialog
      title="Edit webhook"
      open={open}
      onClose={onClose}
      initialFocus={field}
      returnFocus={returnFocus}
    >
      <WebhookForm
        field={field}
        initial={webhook}
        submit={{ label: 'Save', busy: 'Saving…' }}
        onSave={async (values) => {
          const outcome = await change({ id: webhook.id, ...values })
          if (outcome.ok) onClose()
          return outcome
        }}
        onCancel={onClose}
      />
    </Dialog>
  )
}
