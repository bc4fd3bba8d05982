'use client'

import { webhookOverlapHours } from '@tend/server/domain/limits'
import { useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { Dialog } from '../../ui/layers/dialog.tsx'
import { Notice } from '../../ui/marks/notice.tsx'
import { Section } from '../../ui/page/section.tsx'
import { describeInstant, type InstantStyle } from '../../ui/time-words.ts'
import { MadeSecret } from './made-secret.tsx'
import { useWebhooks } from './use-webhooks.ts'
import styles from './webhooks.module.css'
import type { WebhookData } from './webhooks.query.ts'

type State = { isSending: boolean; problem?: string; secret?: string }

/** Gives a webhook a new secret, and says until when the former one counts. */
export function SecretSection({ webhook, style }: { webhook: WebhookData; style: InstantStyle }) {
  const { roll } = useWebhooks()
  const [open, setOpen] = useState(false)
  const [state, setState] = useState<State>({ isSending: false })
  const button = useRef<HTMLButtonElement>(null)
  const { id, formerSecretUntil } = webhook

  async function run(): Promise<void> {
    if (state.isSending) return
    setState({ isSending: true })
    const outcome = await roll(id)
    setState({
      isSending: false,
      ...(outcome.ok ? { secret: outcome.data.secret } : { problem: outcome.message }),
    })
  }

  function close(): void {
    setOpen(false)
    setState({ isSending: false })
  }

  return (
    <Section
      title="Secret"
      hint="Every event is signed with it, so your server can tell that it comes from Tend."
    >
      {formerSecretUntil && (
        <p>The former secret signs, too, until {describeInstant(formerSecretUntil, style)}.</p>
      )}
      <div>
        <Button ref={button} onClick={() => setOpen(true)}>
          New secret…
        </Button>
      </div>
      <Dialog
        title={state.secret ? 'The new secret' : 'Create a new secret?'}
        open={open}
        onClose={close}
        returnFocus={button}
      >
        {state.secret ? (
          <MadeSecret secret={state.secret} onDone={close} />
        ) : (
          <div className={styles.content}>
            <p>
              For {webhookOverlapHours} hours events are signed with both, so that you can put the
              new one in place. If the secret is in the wrong hands, delete the webhook and create
              another instead.
            </p>
            {state.problem && <Notice>{state.problem}</Notice>}
            <FormActions>
              <Button
                look="primary"
                aria-disabled={state.isSending || undefined}
                onClick={() => void run()}
              >
                {state.isSending ? 'Creating…' : 'Create new secret'}
              </Button>
              <Button onClick={close}>Cancel</Button>
            </FormActions>
          </div>
        )}
      </Dialog>
    </Section>
  )
}
