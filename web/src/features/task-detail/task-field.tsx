'use client'

import { type ReactNode, useRef } from 'react'
import type { Task } from '../../model/documents/fields.ts'
import {
  closeTaskPopup,
  type FieldPopup,
  openTaskPopup,
  useIsPopupAnchor,
} from '../../task-fields/task-popup.store.ts'
import styles from './task-field.module.css'

export type TaskFieldProps = {
  task: Task
  name: FieldPopup
  label: string
  icon: ReactNode
  /** Its value; undefined when it has none. */
  value: ReactNode | undefined
  /** What is shown instead. */
  empty: string
  /** The key that opens it. */
  shortcut?: string
  tone?: 'overdue' | 'today' | 'later' | undefined
  disabled: boolean
}

/** One line of the panel: a name, a value, and the popup that changes it. */
export function TaskField(props: TaskFieldProps) {
  const { task, name, label, icon, value, empty, shortcut, tone, disabled } = props
  const button = useRef<HTMLButtonElement>(null)
  const isOpen = useIsPopupAnchor(button)

  function toggle(): void {
    const anchor = button.current
    if (isOpen || !anchor) closeTaskPopup()
    else openTaskPopup({ kind: name, of: task, anchor, findReturn: () => anchor })
  }

  return (
    <div className={styles.row}>
      <button
        ref={button}
        type="button"
        className={styles.field}
        data-task-field={name}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-keyshortcuts={shortcut}
        disabled={disabled}
        onClick={toggle}
      >
        <span className={styles.label}>
          {icon}
          {label}
        </span>
        <span
          className={styles.value}
          data-tone={tone}
          data-empty={value === undefined || undefined}
        >
          {value ?? empty}
        </span>
        {shortcut && (
          <span className={styles.key} aria-hidden="true">
            {shortcut.toUpperCase()}
          </span>
        )}
      </button>
    </div>
  )
}
