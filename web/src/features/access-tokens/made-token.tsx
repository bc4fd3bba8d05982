'use client'

import { useId } from 'react'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { FormActions } from '../../ui/form-actions.tsx'
import styles from './new-token.module.css'

/** Shows the token itself, only once. */
export function MadeToken({ token, onDone }: { token: string; onDone: () => void }) {
  const id = useId()
  return (
    <div className={styles.content}>
      <p id={id}>Copy it now and keep it like a password. It won’t be shown again.</p>
      <input
        className={styles.token}
        aria-label="Access token"
        aria-describedby={id}
        value={token}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <p className={styles.quiet}>
        A program sends it with each request: <code>Authorization: Bearer …</code>
      </p>
      <FormActions>
        <CopyButton look="primary" label="Copy token" read={async () => token} />
        <Button onClick={onDone}>Done</Button>
      </FormActions>
    </div>
  )
}
