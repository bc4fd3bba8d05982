'use client'

import { bulkSize } from '@tend/server/domain/early-limits'
import { IconButton } from '../../ui/button.tsx'
import { mark } from '../../ui/landmarks.ts'
import {
  CompletedIcon,
  RepeatIcon,
  RestoreIcon,
  TagIcon,
  TrashIcon,
} from '../../ui/marks/icons.tsx'
import { CalendarIcon, CloseIcon, FlagIcon, ListIcon } from '../../ui/marks/more-icons.tsx'
import { askForGoodOf } from './ask-for-good.ts'
import styles from './bulk-bar.module.css'
import { BulkButton, BulkField } from './bulk-button.tsx'
import { taskSelection, useSelectedTasks } from './selection-store.ts'
import type { TaskActions } from './use-task-actions.ts'

/** What can be done with all that is selected. */
export function BulkBar({ actions }: { actions: TaskActions }) {
  const tasks = useSelectedTasks()
  const inTrash = tasks.some(({ deletedAt }) => deletedAt)
  const allCompleted = tasks.every(({ completed }) => completed)
  return (
    <section className={styles.bar} aria-label="Selected tasks" {...mark('bulkBar')}>
      <p className={styles.count}>
        {tasks.length}
        <span className={styles.selected}> selected</span>
        {tasks.length === bulkSize.max && <span className={styles.most}>, the most at once</span>}
      </p>
      <div className={styles.actions}>
        {inTrash ? (
          <>
            <BulkButton
              label="Restore"
              icon={<RestoreIcon />}
              shortcut="complete"
              onClick={() => actions.restore(tasks)}
            />
            <BulkButton
              label="Delete for good"
              icon={<TrashIcon />}
              shortcut="trash"
              onClick={() => askForGoodOf(tasks)}
            />
          </>
        ) : (
          <>
            <BulkButton
              label={allCompleted ? 'Reopen' : 'Complete'}
              icon={<CompletedIcon />}
              shortcut="complete"
              onClick={() => actions.toggle(tasks)}
            />
            <BulkField kind="due" label="Due date" icon={<CalendarIcon />} shortcut="due" />
            <BulkField kind="repeat" label="Repeat" icon={<RepeatIcon />} shortcut="repeat" />
            <BulkField kind="list" label="List" icon={<ListIcon />} shortcut="list" />
            <BulkField kind="tags" label="Tags" icon={<TagIcon />} shortcut="tags" />
            <BulkField kind="priority" label="Priority" icon={<FlagIcon />} shortcut="priority" />
            <BulkButton
              label="Move to the trash"
              icon={<TrashIcon />}
              shortcut="trash"
              onClick={() => actions.remove(tasks)}
            />
          </>
        )}
      </div>
      <IconButton
        label="Select none"
        aria-keyshortcuts="Escape"
        className={styles.close}
        onClick={() => taskSelection.clear()}
      >
        <CloseIcon />
      </IconButton>
    </section>
  )
}
