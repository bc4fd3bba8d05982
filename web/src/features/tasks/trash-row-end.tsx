import { trashDays } from '@tend/server/domain/early-limits'
import { describeDaysLeft } from '../../time/days-left.ts'
import { IconButton } from '../../ui/button.tsx'
import { RestoreIcon, TrashIcon } from '../../ui/marks/icons.tsx'
import { askForGoodOf } from './ask-for-good.ts'
import type { TaskRowProps } from './task-row.tsx'
import styles from './trash-row-end.module.css'

/** The end of a row in the trash: how long it stays there, and what can be done until then. */
export function TrashRowEnd({ task, clock, actions }: TaskRowProps) {
  return (
    <span className={styles.end}>
      {task.deletedAt && (
        <span className={styles.left}>{describeDaysLeft(task.deletedAt, trashDays, clock)}</span>
      )}
      <IconButton label={`Restore “${task.title}”`} onClick={() => actions.restore([task])}>
        <RestoreIcon />
      </IconButton>
      <IconButton
        label={`Delete “${task.title}” for good`}
        aria-haspopup="dialog"
        onClick={() => askForGoodOf([task])}
      >
        <TrashIcon />
      </IconButton>
    </span>
  )
}
