import { useId } from 'react'
import { Button } from '../../ui/button.tsx'
import styles from './ways-to-sign-in.module.css'

export type WayToSignInProps = {
  name: string
  state: string
  action?: { label: string; disabled?: boolean; run: () => Promise<void> }
  busy?: boolean
}

/** One way to sign in: its name, its state, and an action. */
export function WayToSignIn({ name, state, action, busy = false }: WayToSignInProps) {
  const id = useId()
  return (
    <li className={styles.way}>
      <div>
        <p id={`${id}-name`}>{name}</p>
        <p className={styles.state}>{state}</p>
      </div>
      {action && (
        <Button
          aria-describedby={`${id}-name`}
          disabled={busy || action.disabled}
          onClick={() => void action.run()}
        >
          {busy ? 'One moment…' : action.label}
        </Button>
      )}
    </li>
  )
}
