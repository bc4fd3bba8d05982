'use client'

import { type ReactNode, useRef } from 'react'
import { type ShortcutId, shortcuts } from '../../keyboard/shortcuts.ts'
import {
  closeTaskPopup,
  openTaskPopup,
  type PopupKind,
  useIsPopupAnchor,
} from '../../task-fields/task-popup.store.ts'
import styles from './bulk-bar.module.css'

export type BulkButtonProps = {
  label: string
  icon: ReactNode
  /** The key that does the same. */
  shortcut?: ShortcutId
  onClick: () => void
}

/** One action of the bar: an icon, with its label where there is room. */
export function BulkButton({ label, icon, shortcut, onClick }: BulkButtonProps) {
  return (
    <button
      type="button"
      className={styles.action}
      {...describe(label, shortcut)}
      onClick={onClick}
    >
      {icon}
      <span className={styles.word}>{label}</span>
    </button>
  )
}

export type BulkFieldProps = Omit<BulkButtonProps, 'onClick'> & { kind: PopupKind }

/** One action of the bar that opens a popup. */
export function BulkField({ kind, label, icon, shortcut }: BulkFieldProps) {
  const button = useRef<HTMLButtonElement>(null)
  const isOpen = useIsPopupAnchor(button)

  function toggle(): void {
    const anchor = button.current
    if (isOpen || !anchor) closeTaskPopup()
    else openTaskPopup({ kind, of: 'selection', anchor, findReturn: () => anchor })
  }

  return (
    <button
      ref={button}
      type="button"
      className={styles.action}
      {...describe(label, shortcut)}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      onClick={toggle}
    >
      {icon}
      <span className={styles.word}>{label}</span>
    </button>
  )
}

function describe(label: string, shortcut: ShortcutId | undefined) {
  return {
    title: label,
    'aria-label': label,
    'aria-keyshortcuts': shortcut && shortcuts[shortcut].keys.join(' '),
  }
}
