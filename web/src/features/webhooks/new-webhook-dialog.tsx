'use client'

import { type RefObject, useRef, useState } from 'react'
import { Dialog } from '../../ui/layers/dialog.tsx'
import { MadeSecret } from './made-secret.tsx'
import { useWebhooks } from './use-webhooks.ts'
import { WebhookForm } from './webhook-form.tsx'

export type NewWebhookDialogProps = {
  open: boolean
  onClose: () => void
  returnFocus: RefObject<HTMLElement | null>
}

/** Asks where to send what, creates the webhook, and shows its secret once. */
export function NewWebhookDialog({ open, onClose, returnFocus }: NewWebhookDialogProps) {
  const { create } = useWebhooks()
  const [secret, setSecret] = useState<string>()
  const field = useRef<HTMLInputElement>(null)

  function close(): void {
    setSecret(undefined)
    onClose()
  }

  return (
    <Dialog
      title={secret ? 'The secret of your webhook' : 'New webhook'}
      open={open}
      onClose={close}
      initialFocus={field}
      returnFocus={returnFocus}
    >
      {secret ? (
        <MadeSecret secret={secret} onDone={close} />
      ) : (
        <WebhookForm
          field={field}
          submit={{ label: 'Create webhook', busy: 'Creating…' }}
          onSave={async (values) => {
            const outcome = await create(values)
            if (outcome.ok) setSecret(outcome.data.secret)
            return outcome
          }}
          onCancel={close}
        />
      )}
    </Dialog>
  )
}
