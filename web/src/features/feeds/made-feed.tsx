'use client'

import { LinkButton } from '../../ui/link-button.tsx'
import { ShownSecret } from '../../ui/shown-secret.tsx'

/** Shows the address itself, only once. */
export function MadeFeed({ address, onDone }: { address: string; onDone: () => void }) {
  return (
    <ShownSecret
      label="Calendar address"
      secret={address}
      warning="Copy it now and keep it like a password: whoever has it can read these tasks. It won’t be shown again."
      copyLabel="Copy address"
      actions={
        // The scheme by which calendar apps on this device take addresses.
        <LinkButton href={address.replace(/^https?:/, 'webcal:')}>Open in calendar app</LinkButton>
      }
      onDone={onDone}
    >
      In your calendar, subscribe to a calendar by its address. New tasks show up when the calendar
      next looks, which can take some hours.
    </ShownSecret>
  )
}
