'use client'

import { useEffect, useRef } from 'react'
import { useShortcut } from '../../keyboard/use-shortcut.ts'
import { Announcement } from '../../ui/marks/visually-hidden.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { taskSelection, useSelection } from './selection-store.ts'
import { focusTitle, listRows } from './task-focus.ts'
import type { TaskActions } from './use-task-actions.ts'

/** Says how much is selected, and offers what can be done with it. */
export function SelectionBar({ actions }: { actions: TaskActions }) {
  const { ids } = useSelection()
  const had = useRef(false)
  const count = ids.size
  useShortcut('back', () => taskSelection.clear())

  useEffect(() => {
    // The focused element may be gone with the bar.
    if (had.current && count === 0) focusLostTask()
    had.current = count > 0
  }, [count])

  return (
    <>
      <Announcement>
        {count > 0 ? `${count} selected` : had.current ? 'Nothing selected' : ''}
      </Announcement>
      {count > 0 && <BulkBar actions={actions} />}
    </>
  )
}

/** Focuses the first row when the focused element is gone. */
function focusLostTask(): void {
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) focusTitle(listRows()[0])
  })
}
