import { VisuallyHidden } from '../../ui/marks/visually-hidden.tsx'
import styles from './task-skeleton.module.css'

/** A placeholder while tasks load; shown only when that takes longer than 150 ms. */
export function TaskSkeleton({ rows = 5 }: { rows?: number }) {
  return (
    <div className={styles.skeleton} role="status">
      <VisuallyHidden>Loading…</VisuallyHidden>
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: these rows are all the same and never move.
        <div key={index} className={styles.row} aria-hidden="true">
          <span className={styles.ring} />
          <span className={styles.title} />
        </div>
      ))}
    </div>
  )
}
