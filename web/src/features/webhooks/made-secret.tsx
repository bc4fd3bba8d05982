'use client'

import { ShownSecret } from '../../ui/shown-secret.tsx'

/** Shows the secret itself, only once. */
export function MadeSecret({ secret, onDone }: { secret: string; onDone: () => void }) {
  return (
    <ShownSecret
      label="Secret"
      secret={secret}
      warning="Copy it now and keep it like a password. It won’t be shown again."
      copyLabel="Copy secret"
      onDone={onDone}
    >
      Every event is signed with it, so your server can tell that it comes from Tend.
    </ShownSecret>
  )
}
