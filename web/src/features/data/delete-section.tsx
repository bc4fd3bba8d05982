'use client'

import { useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/layers/dialog.tsx'
import { Section } from '../../ui/page/section.tsx'
import { DeleteForm } from './delete-form.tsx'

/** Deleting the account is the one thing in Tend that can't be undone, so it asks first. */
export function DeleteSection({ hasPassword }: { hasPassword: boolean }) {
  const button = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)
  return (
    <Section
      title="Delete account"
      hint="Deletes your account with everything in it, at once and for good. Export everything first if you might want it again."
    >
      <div>
        <Button ref={button} look="danger" onClick={() => setOpen(true)}>
          Delete account…
        </Button>
      </div>
      <Dialog
        title="Delete your account?"
        open={open}
        onClose={() => setOpen(false)}
        returnFocus={button}
      >
        <DeleteForm hasPassword={hasPassword} />
      </Dialog>
    </Section>
  )
}
