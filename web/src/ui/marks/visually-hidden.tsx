import type { ReactNode } from 'react'
import styles from './visually-hidden.module.css'

/** For screen readers alone. */
export function VisuallyHidden({ children }: { children: ReactNode }) {
  return <span className={styles.hidden}>{children}</span>
}

/** A polite announcement whenever its text changes; invisible. */
export function Announcement({ children }: { children: ReactNode }) {
  return (
    <p role="status" className={styles.hidden}>
      {children}
    </p>
  )
}
