'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { dropHeldKeys } from '../../keyboard/held-keys.ts'
import { Later } from '../../ui/hydration/later.tsx'
import type { PopupProps } from '../../ui/layers/popover.tsx'
import { takeWantedField } from './panel-fields.ts'
import styles from './task-field.module.css'
import type { PanelField } from './task-field-list.tsx'

export type TaskFieldProps = {
  taskId: string
  name: PanelField
  label: string
  icon: ReactNode
  /** What it holds; undefined when it holds nothing. */
  value: ReactNode | undefined
  /** What stands there instead. */
  empty: string
  /** The key that opens it. */
  shortcut?: string
  tone?: 'overdue' | 'today' | 'later' | undefined
  disabled: boolean
  /** Fetches the popup's code, which isn't part of what the app loads first. */
  preload: () => Promise<unknown>
  popup: (popup: PopupProps) => ReactNode
}

/** One line of the panel: what it is, what it holds, and what opens to change it. */
export function TaskField(props: TaskFieldProps) {
  const { taskId, name, label, icon, value, empty, shortcut, tone, disabled, preload, popup } =
    props
  const button = useRef<HTMLButtonElement>(null)
  const [state, setState] = useState<'never' | 'open' | 'closed'>('never')

  useEffect(() => {
    if (!takeWantedField({ taskId, field: name })) return
    if (disabled) dropHeldKeys()
    else button.current?.click()
  }, [disabled, taskId, name])

  return (
    <div className={styles.row}>
      <button
        ref={button}
        type="button"
        className={styles.field}
        data-task-field={name}
        aria-haspopup="dialog"
        aria-expanded={state === 'open'}
        aria-keyshortcuts={shortcut}
        disabled={disabled}
        onPointerEnter={() => void preload().catch(() => {})}
        onClick={() => setState(state === 'open' ? 'closed' : 'open')}
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
      <Later>
        {state !== 'never' &&
          popup({ anchor: button, open: state === 'open', onClose: () => setState('closed') })}
      </Later>
    </div>
  )
}
