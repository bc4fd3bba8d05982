'use client'

import { ShownSecret } from '../../ui/shown-secret.tsx'

/** Shows the token itself, only once. */
export function MadeToken({ token, onDone }: { token: string; onDone: () => void }) {
  return (
    <ShownSecret
      label="Access token"
      secret={token}
      warning="Copy it now and keep it like a password. It won’t be shown again."
      copyLabel="Copy token"
      onDone={onDone}
    >
      A program sends it with each request: <code>Authorization: Bearer …</code>
    </ShownSecret>
  )
}
