'use client'

import { type ReactNode, type RefObject, useState } from 'react'
import { Button } from '../button.tsx'
import { FormActions } from '../form-actions.tsx'
import { Notice } from '../marks/notice.tsx'
import { showToast } from '../toasts/toast-queue.ts'
import { Dialog } from './dialog.tsx'
import styles from './revoke-dialog.module.css'

export type RevokeDialogProps = {
  /** What is revoked is called. */
  name: string
  /** Why it isn't done at once: what it can't be undone for. */
  children: ReactNode
  /** Never throws; the message is why it wasn't done. */
  revoke: () => Promise<{ ok: true } | { ok: false; message: string }>
  open: boolean
  onClose: () => void
  returnFocus: RefObject<HTMLElement | null>
}

/** Asks first: what is revoked can't be restored. */
export function RevokeDialog(props: RevokeDialogProps) {
  const { name, children, revoke, open, onClose, returnFocus } = props
  const [state, setState] = useState<{ sending: boolean; problem?: string }>({ sending: false })

  async function run(): Promise<void> {
    setState({ sending: true })
    const outcome = await revoke()
    setState(outcome.ok ? { sending: false } : { sending: false, problem: outcome.message })
    if (!outcome.ok) return
    showToast({ text: `Revoked “${name}”.` })
    onClose()
  }

  return (
    <Dialog title={`Revoke “${name}”?`} open={open} onClose={onClose} returnFocus={returnFocus}>
      <div className={styles.content}>
        <p>{children}</p>
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
