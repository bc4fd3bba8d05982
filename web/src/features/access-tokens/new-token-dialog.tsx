'use client'

import { type RefObject, useState } from 'react'
import { Dialog } from '../../ui/layers/dialog.tsx'
import { MadeToken } from './made-token.tsx'
import { NewTokenForm } from './new-token-form.tsx'

export type NewTokenDialogProps = {
  open: boolean
  onClose: () => void
  returnFocus: RefObject<HTMLElement | null>
}

/** Asks what a token may do, creates it, and shows it once. */
export function NewTokenDialog({ open, onClose, returnFocus }: NewTokenDialogProps) {
  const [token, setToken] = useState<string>()

  function close(): void {
    setToken(undefined)
    onClose()
  }

  return (
    <Dialog
      title={token ? 'Your new token' : 'New token'}
      open={open}
      onClose={close}
      returnFocus={returnFocus}
    >
      {token ? (
        <MadeToken token={token} onDone={close} />
      ) : (
        <NewTokenForm onMade={setToken} onCancel={close} />
      )}
    </Dialog>
  )
}
