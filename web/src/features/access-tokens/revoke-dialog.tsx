'use client'

import { type RefObject, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import { Dialog } from '../../ui/layers/dialog.tsx'
import { Notice } from '../../ui/marks/notice.tsx'
import { showToast } from '../../ui/toasts/toast-queue.ts'
import styles from './new-token.module.css'
import { useRevokeAccessToken } from './use-revoke-access-token.ts'

export type RevokeDialogProps = {
  token: { id: string; name: string }
  open: boolean
  onClose: () => void
  returnFocus: RefObject<HTMLElement | null>
}

/** Asks first: a revoked token can't be restored, and a program somewhere stops working. */
export function RevokeDialog({ token, open, onClose, returnFocus }: RevokeDialogProps) {
  const revoke = useRevokeAccessToken()
  const [state, setState] = useState<{ sending: boolean; problem?: string }>({ sending: false })

  async function run(): Promise<void> {
    setState({ sending: true })
    const outcome = await revoke(token.id)
    setState(outcome.ok ? { sending: false } : { sending: false, problem: outcome.message })
    if (!outcome.ok) return
    showToast({ text: `Revoked “${token.name}”.` })
    onClose()
  }

  return (
    <Dialog
      title={`Revoke “${token.name}”?`}
      open={open}
      onClose={onClose}
      returnFocus={returnFocus}
    >
      <div className={styles.content}>
        <p>Programs that use it stop working within seconds. This can’t be undone.</p>
        {state.problem && <Notice>{state.problem}</Notice>}
        <FormActions>
          <Button look="primary" disabled={state.sending} onClick={() => void run()}>
            {state.sending ? 'Revoking…' : 'Revoke'}
          </Button>
          <Button onClick={onClose}>Keep it</Button>
        </FormActions>
      </div>
    </Dialog>
  )
}
