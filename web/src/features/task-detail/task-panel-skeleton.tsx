import { VisuallyHidden } from '../../ui/marks/visually-hidden.tsx'
import styles from './task-panel-skeleton.module.css'

const lines = ['title', 'list', 'due', 'start', 'repeat', 'priority'] as const

/** A placeholder while a task loads; shown only when that takes longer than 150 ms. */
export function TaskPanelSkeleton() {
  return (
    <div className={styles.skeleton} role="status">
      <VisuallyHidden>Loading…</VisuallyHidden>
      {lines.map((line) => (
        <span key={line} className={styles.line} aria-hidden="true" />
      ))}
    </div>
  )
}
