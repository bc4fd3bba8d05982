import type { ReactNode } from 'react'
import styles from './notice.module.css'

/** Something went wrong, said at once to everybody; what to do about it stands in the children. */
export function Notice({ children }: { children: ReactNode }) {
  return (
    <div role="alert" className={styles.notice}>
      {children}
    </div>
  )
}

export type PlaceholderProps = {
  title: string
  children?: ReactNode
  /** An alert is read out when it appears; an empty place isn't. */
  alert?: boolean
}

/** What a place says when it has nothing else to show. */
export function Placeholder({ title, children, alert = false }: PlaceholderProps) {
  return (
    <div className={styles.placeholder} role={alert ? 'alert' : undefined}>
      <h2 className={styles.title}>{title}</h2>
      {children}
    </div>
  )
}
