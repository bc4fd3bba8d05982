'use client'

import { type MouseEvent, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { useClock } from '../../model/shell/use-clock.ts'
import { openTaskPopup } from '../../task-fields/task-popup.store.ts'
import { Button } from '../../ui/button.tsx'
import { findOnPage } from '../../ui/landmarks.ts'
import { listOverdue } from './list-overdue.ts'
import { rememberRow } from './remember-row.ts'
import { selectOnly } from './select-rows.ts'
import { watchShownLists } from './selection-store.ts'

/** At the heading of the overdue tasks: selects all of them and offers another day. */
export function Reschedule() {
  const clock = useClock()
  const [heading, setHeading] = useState<HTMLElement>()
  useEffect(() => {
    const find = () => setHeading(findOnPage('overdueHeading'))
    find()
    return watchShownLists(find)
  }, [])
  if (!heading?.isConnected) return null

  function open({ currentTarget }: MouseEvent<HTMLElement>): void {
    const ids = listOverdue(clock).map(({ id }) => id)
    selectOnly(ids)
    const findReturn = rememberRow(ids[0])
    openTaskPopup({ kind: 'due', of: 'selection', anchor: currentTarget, findReturn })
  }

  return createPortal(
    <Button look="quiet" aria-haspopup="dialog" onClick={open}>
      Reschedule
    </Button>,
    heading,
  )
}
