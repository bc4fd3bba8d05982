import type { Task } from '../../model/documents/fields.ts'
import { useAddress } from '../../places/navigation.ts'
import { PlaceLink } from '../../places/place-link.tsx'
import { BackIcon } from '../../ui/marks/more-icons.tsx'
import styles from './parent-path.module.css'

/** The way back to the task that this one is a part of. */
export function ParentPath({ task: { parent } }: { task: Task }) {
  const { place } = useAddress()
  if (!parent) return null
  return (
    <PlaceLink className={styles.parent} to={{ place, taskId: parent.id }}>
      <BackIcon />
      <span className={styles.title} dir="auto">
        {parent.title}
      </span>
    </PlaceLink>
  )
}
