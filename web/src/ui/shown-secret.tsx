'use client'

import { type ReactNode, useEffect, useId, useRef } from 'react'
import { Button } from './button.tsx'
import { CopyButton } from './copy-button.tsx'
import { FormActions } from './form-actions.tsx'
import styles from './shown-secret.module.css'

export type ShownSecretProps = {
  label: string
  secret: string
  /** Why to keep it well. */
  warning: string
  /** What to do with it. */
  children: ReactNode
  copyLabel: string
  /** Further ways to take it away. */
  actions?: ReactNode
  onDone: () => void
}

/** Shows a secret that was made, only once. */
export function ShownSecret(props: ShownSecretProps) {
  const { label, secret, warning, children, copyLabel, actions, onDone } = props
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  // The form that it replaces takes the focus with it.
  useEffect(() => field.current?.focus(), [])
  return (
    <div className={styles.content}>
      <p id={id}>{warning}</p>
      <input
        ref={field}
        className={styles.secret}
        aria-label={label}
        aria-describedby={id}
        value={secret}
        readOnly
        onFocus={(event) => event.currentTarget.select()}
      />
      <p className={styles.quiet}>{children}</p>
      <FormActions>
        <CopyButton look="primary" label={copyLabel} read={async () => secret} />
        {actions}
        <Button onClick={onDone}>Done</Button>
      </FormActions>
    </div>
  )
}
