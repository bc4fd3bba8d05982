import type { ReactNode } from 'react'
import styles from './notice.module.css'

/** An error, announced at once; the children say what to do about it. */
export function Notice({ children }: { children: ReactNode }) {
  return (
    <div role="alert" className={styles.notice}>
      {children}
    </div>
  )
}

export type PlaceholderProps = {
  title: ReactNode
  children?: ReactNode
  /** Screen readers read an alert when it appears, but not an empty place. */
  alert?: boolean
  /** 1 where it replaces the whole page. */
  level?: 1 | 2
}

/** Shown by a place that has nothing else to show. */
export function Placeholder({ title, children, alert = false, level = 2 }: PlaceholderProps) {
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <div className={styles.placeholder} role={alert ? 'alert' : undefined}>
      <Heading className={styles.title}>{title}</Heading>
      {children}
    </div>
  )
}
