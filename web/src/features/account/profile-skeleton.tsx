import { VisuallyHidden } from '../../ui/marks/visually-hidden.tsx'
import styles from './profile-skeleton.module.css'

/** A placeholder while the profile loads; shown only when that takes longer than 150 ms. */
export function ProfileSkeleton() {
  return (
    <div className={styles.skeleton} role="status">
      <VisuallyHidden>Loading…</VisuallyHidden>
      {['name', 'zone', 'theme'].map((field) => (
        <div key={field} className={styles.field} aria-hidden="true">
          <span className={styles.label} />
          <span className={styles.control} />
        </div>
      ))}
    </div>
  )
}
