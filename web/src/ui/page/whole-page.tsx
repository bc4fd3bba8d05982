import type { ReactNode } from 'react'
import styles from './whole-page.module.css'

/** A page with nothing but a few words. */
export function WholePage({ children }: { children: ReactNode }) {
  return <main className={styles.page}>{children}</main>
}
