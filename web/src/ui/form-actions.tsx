import type { ReactNode } from 'react'
import styles from './form-actions.module.css'

/** The buttons at the end of a form or beside a question: the main one first, the way out last. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className={styles.actions}>{children}</div>
}
