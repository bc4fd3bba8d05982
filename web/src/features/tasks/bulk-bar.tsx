'use client'

import { bulkSize } from '@tend/server/domain/limits'
import { lazy } from 'react'
import type { ShortcutId } from '../../keyboard/shortcuts.ts'
import { useShortcut } from '../../keyboard/use-shortcut.ts'
import { useReader } from '../../model/shell/use-reader.ts'
import { loadTemporal } from '../../time/temporal.ts'
import { IconButton } from '../../ui/button.tsx'
import { mark } from '../../ui/landmarks.ts'
import { AllIcon, RestoreIcon, TagIcon, TodayIcon, TrashIcon } from '../../ui/marks/icons.tsx'
import { CheckIcon, CloseIcon, FlagIcon } from '../../ui/marks/more-icons.tsx'
import styles from './bulk-bar.module.css'
import { BulkButton, BulkField } from './bulk-button.tsx'
import { taskSelection, useSelectedTasks } from './selection-store.ts'
import type { TaskActions } from './use-task-actions.ts'

const loadDue = () => loadTemporal().then(() => import('../../task-fields/due-popup.tsx'))
const loadList = () => import('../../task-fields/list-picker.tsx')
const loadTags = () => import('../../task-fields/tag-picker.tsx')
const loadPriority = () => import('../../task-fields/priority-popup.tsx')

const DuePopup = lazy(() => loadDue().then((module) => ({ default: module.DuePopup })))
const ListPicker = lazy(() => loadList().then((module) => ({ default: module.ListPicker })))
const TagPicker = lazy(() => loadTags().then((module) => ({ default: module.TagPicker })))
const PriorityPopup = lazy(() =>
  loadPriority().then((module) => ({ default: module.PriorityPopup })),
)

/** What can be done with all that is selected. */
export function BulkBar({ actions }: { actions: TaskActions }) {
  const tasks = useSelectedTasks()
  const reader = useReader()
  const inTrash = tasks.some(({ deletedAt }) => deletedAt)
  const allCompleted = tasks.every(({ completed }) => completed)
  useShortcut('due', () => press('due'))
  useShortcut('moveToList', () => press('moveToList'))
  useShortcut('tags', () => press('tags'))
  return (
    <section className={styles.bar} aria-label="Selected tasks" {...mark('bulkBar')}>
      <p className={styles.count}>
        {tasks.length} selected
        {tasks.length === bulkSize.max && <span className={styles.most}>, the most at once</span>}
      </p>
      <div className={styles.actions}>
        {inTrash ? (
          <BulkButton
            label="Restore"
            icon={<RestoreIcon />}
            shortcut="complete"
            onClick={() => actions.restore(tasks)}
          />
        ) : (
          <>
            <BulkButton
              label={allCompleted ? 'Reopen' : 'Complete'}
              icon={<CheckIcon />}
              shortcut="complete"
              onClick={() => actions.toggle(tasks)}
            />
            <BulkField
              label="Due date"
              icon={<TodayIcon />}
              shortcut="due"
              preload={loadDue}
              popup={(popup) => <DuePopup tasks={tasks} reader={reader} {...popup} />}
            />
            <BulkField
              label="List"
              icon={<AllIcon />}
              shortcut="moveToList"
              preload={loadList}
              popup={(popup) => <ListPicker tasks={tasks} {...popup} />}
            />
            <BulkField
              label="Tags"
              icon={<TagIcon />}
              shortcut="tags"
              preload={loadTags}
              popup={(popup) => <TagPicker tasks={tasks} {...popup} />}
            />
            <BulkField
              label="Priority"
              icon={<FlagIcon />}
              preload={loadPriority}
              popup={(popup) => <PriorityPopup tasks={tasks} {...popup} />}
            />
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

/** Whether there is such an action now; in the trash there isn't. */
function press(shortcut: ShortcutId): boolean {
  const button = document.querySelector<HTMLElement>(`[data-bulk-field="${shortcut}"]`)
  button?.focus()
  button?.click()
  return button !== null
}
