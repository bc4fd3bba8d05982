import type { ReactNode } from 'react'
import styles from './notice.module.css'

/** Something went wrong, said at once to everybody; what to do about it is in the children. */
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
  /** 1 where it takes the place of the whole page. */
  level?: 1 | 2
}

/** What a place says when it has nothing else to show. */
export function Placeholder({ title, children, alert = false, level = 2 }: PlaceholderProps) {
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <div className={styles.placeholder} role={alert ? 'alert' : undefined}>
      <Heading className={styles.title}>{title}</Heading>
      {children}
    </div>
  )
}
