import type { ReactNode } from 'react'
import { VisuallyHidden } from '../marks/visually-hidden.tsx'
import styles from './entry-list.module.css'

/** A short list of things that a person has. */
export function EntryList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul className={styles.list} aria-label={label}>
      {children}
    </ul>
  )
}

export type EntryProps = {
  title: ReactNode
  /** A word beside the title. */
  mark?: string | undefined
  /** What can be done with it. */
  action?: ReactNode
  children: ReactNode
}

/** One of them: its name, lines about it, and an action. */
export function Entry({ title, mark, action, children }: EntryProps) {
  return (
    <li className={styles.entry}>
      <div className={styles.about}>
        <p className={styles.title}>
          {title}
          {mark && <span className={styles.mark}>{mark}</span>}
        </p>
        {children}
      </div>
      {action}
    </li>
  )
}

/** A line about an entry: its parts, with a dot between them. */
export function EntryLine({ parts }: { parts: readonly ReactNode[] }) {
  return (
    <ul className={styles.line}>
      {parts.filter(Boolean).map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a line have no other name.
        <li key={index} className={styles.part}>
          {part}
        </li>
      ))}
    </ul>
  )
}

/** A placeholder while entries load; shown only when that takes longer than 150 ms. */
export function EntrySkeleton() {
  return (
    <div className={styles.skeleton} role="status">
      <VisuallyHidden>Loading…</VisuallyHidden>
      {[1, 2, 3].map((entry) => (
        <div key={entry} className={styles.entry} aria-hidden="true">
          <div className={styles.about}>
            <span className={styles.titleToCome} />
            <span className={styles.lineToCome} />
          </div>
        </div>
      ))}
    </div>
  )
}
