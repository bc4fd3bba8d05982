'use client'

import { type MouseEvent, type ReactNode, useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { openTaskPopup, type PopupKind } from '../../task-fields/task-popup.store.ts'
import { IconButton } from '../../ui/button.tsx'
import { findAround, listOnPage, readMark } from '../../ui/landmarks.ts'
import { MoreIcon, TagIcon } from '../../ui/marks/icons.tsx'
import { CalendarIcon, ListIcon } from '../../ui/marks/more-icons.tsx'
import { rememberRow } from './remember-row.ts'
import styles from './row-actions.module.css'
import { findShownTask, taskSelection } from './selection-store.ts'

const actions: readonly { kind: PopupKind; label: string; icon: ReactNode }[] = [
  { kind: 'due', label: 'Due date', icon: <CalendarIcon /> },
  { kind: 'list', label: 'List', icon: <ListIcon /> },
  { kind: 'tags', label: 'Tags', icon: <TagIcon /> },
  { kind: 'menu', label: 'More actions', icon: <MoreIcon /> },
]

/**
 * The buttons at the end of a row. There is one set of them, shown in the row under the pointer, else
 * in the one in focus: rows are many, and buttons in each of them would be slow.
 */
export function RowActions() {
  const row = useActiveRow()
  const slot = row && listOnPage('rowActions').find((one) => row.contains(one))
  const task = findShownTask(readMark(row, 'taskRow'))
  if (!slot || !task || task.deletedAt) return null

  function open(kind: PopupKind, event: MouseEvent<HTMLElement>): void {
    if (!task) return
    const isSelected = taskSelection.read().ids.has(task.id)
    if (!isSelected) taskSelection.clear()
    openTaskPopup({
      kind,
      of: isSelected ? 'selection' : task,
      anchor: event.currentTarget,
      findReturn: rememberRow(task.id),
    })
  }

  return createPortal(
    <span className={styles.actions}>
      {actions.map(({ kind, label, icon }) => (
        <IconButton
          key={kind}
          label={`${label} of “${task.title}”`}
          title={label}
          aria-haspopup={kind === 'menu' ? 'menu' : 'dialog'}
          // Each has a shortcut, so Tab goes from row to row.
          tabIndex={kind === 'menu' ? 0 : -1}
          onClick={(event) => open(kind, event)}
        >
          {icon}
        </IconButton>
      ))}
    </span>,
    slot,
    task.id,
  )
}

/** The row under the mouse, else the one in focus; none where nothing hovers. */
function useActiveRow(): HTMLElement | undefined {
  const [row, setRow] = useState<HTMLElement>()
  useEffect(() => {
    if (!window.matchMedia('(hover: hover)').matches) return
    // The pointer may have been there before this was.
    let hovered = listOnPage('taskRow').find((one) => one.matches(':hover'))
    const follow = () => setRow(hovered ?? findAround(document.activeElement, 'taskRow'))
    follow()
    const listeners = new AbortController()
    const options = { signal: listeners.signal }
    document.addEventListener(
      'pointerover',
      ({ target, pointerType }) => {
        if (pointerType !== 'mouse' || !(target instanceof Element)) return
        hovered = findAround(target, 'taskRow')
        follow()
      },
      options,
    )
    document.addEventListener('focusin', follow, options)
    return () => listeners.abort()
  }, [])
  return row?.isConnected ? row : undefined
}
