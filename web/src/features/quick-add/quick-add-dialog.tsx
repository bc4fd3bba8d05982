'use client'

import type { TaskRequest } from '../../model/places/task-request.ts'
import { TopDialog } from '../../ui/layers/top-dialog.tsx'
import type { PlaceDefaults } from './place-defaults.ts'
import { QuickAdd } from './quick-add.tsx'
import styles from './quick-add-dialog.module.css'
import type { LineDraft } from './use-line.ts'

export type QuickAddDialogProps = {
  request: TaskRequest
  defaults: PlaceDefaults
  open: boolean
  onClose: () => void
}

/** Where the dialog's line is kept. */
export const overlayDraft: LineDraft = { name: 'new-task', isOfTab: false }

/** The field for a new task over whatever is shown; stays open for the next one. */
export function QuickAddDialog({ request, defaults, open, onClose }: QuickAddDialogProps) {
  return (
    <TopDialog title="Add a task" open={open} onClose={onClose}>
      <div className={styles.content}>
        <QuickAdd request={request} defaults={defaults} draft={overlayDraft} isOverlay />
      </div>
    </TopDialog>
  )
}
