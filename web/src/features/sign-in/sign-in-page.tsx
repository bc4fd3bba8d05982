import type { ReactNode } from 'react'
import { Wordmark } from '../../ui/marks/mark.tsx'
import styles from './sign-in-page.module.css'

/** The calm frame of signing in and signing up. */
export function SignInPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <p className={styles.mark}>
          <Wordmark large />
        </p>
        <h1 className={styles.title}>{title}</h1>
        {children}
      </div>
    </main>
  )
}
