'use client'

import { type ReactNode, useRef, useState } from 'react'
import { type ShortcutId, shortcuts } from '../../keyboard/shortcuts.ts'
import { Later } from '../../ui/hydration/later.tsx'
import type { PopupProps } from '../../ui/layers/popover.tsx'
import styles from './bulk-bar.module.css'

export type BulkButtonProps = {
  label: string
  icon: ReactNode
  /** The key that does the same. */
  shortcut?: ShortcutId
  onClick: () => void
}

/** One action of the bar: a sign, with its word where there is room. */
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

export type BulkFieldProps = Omit<BulkButtonProps, 'onClick'> & {
  /** Fetches the popup's code, which isn't part of what the app loads first. */
  preload: () => Promise<unknown>
  popup: (popup: PopupProps) => ReactNode
}

/** One action of the bar that asks for more. */
export function BulkField({ label, icon, shortcut, preload, popup }: BulkFieldProps) {
  const button = useRef<HTMLButtonElement>(null)
  const [state, setState] = useState<'never' | 'open' | 'closed'>('never')
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.action}
        {...describe(label, shortcut)}
        data-bulk-field={shortcut}
        aria-haspopup="dialog"
        aria-expanded={state === 'open'}
        onPointerEnter={() => void preload().catch(() => {})}
        onClick={() => setState(state === 'open' ? 'closed' : 'open')}
      >
        {icon}
        <span className={styles.word}>{label}</span>
      </button>
      <Later>
        {state !== 'never' &&
          popup({ anchor: button, open: state === 'open', onClose: () => setState('closed') })}
      </Later>
    </>
  )
}

function describe(label: string, shortcut: ShortcutId | undefined) {
  return {
    title: label,
    'aria-label': label,
    'aria-keyshortcuts': shortcut && shortcuts[shortcut].keys.join(' '),
  }
}
